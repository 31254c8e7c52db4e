package org.qipan.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qipan.Replay;
import org.qipan.SignedIn;
import org.qipan.audit.Actor;
import org.qipan.campaign.DemoPeople;
import org.qipan.complaint.Matter;
import org.qipan.deadline.ComplaintTerms;
import org.qipan.deadline.DayUnit;
import org.qipan.deadline.Deadlines;
import org.qipan.deadline.PetitionTerms;
import org.qipan.deadline.TermKind;
import org.qipan.deadline.TermRule;
import org.qipan.directory.Staff;
import org.qipan.filing.Channel;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;

/** The table of terms: what the Regulation sets is its ceiling (信访工作条例 arts. 22, 23, 34, 35, 36). */
@Replay
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Transactional
class TermTests {

    private static final LocalDate TODAY = LocalDate.now();

    @Autowired
    private Terms terms;

    @Autowired
    private TermTable table;

    @Autowired
    private TermEdits edits;

    @Autowired
    private TermPages view;

    @Autowired
    private Deadlines deadlines;

    private SignedIn pages;
    private Staff admin;
    private Staff officer;

    @BeforeAll
    void everybodyIsThere(@Autowired WebApplicationContext context, @Autowired DemoPeople people) {
        pages = new SignedIn(context);
        people.arrive();
        admin = people.in("system-admin", Matter.CITY);
        officer = people.in("complaint-officer", Matter.TOWN);
    }

    private TermEntry entry(
            String code, int days, DayUnit unit, int extension, LocalDate from, String area, String channel) {
        boolean law = Standard.law(code).isPresent();
        boolean known = Standard.find(code) != null;
        return new TermEntry(
                code,
                known ? null : "夜间噪声",
                area,
                channel,
                String.valueOf(days),
                days,
                false,
                unit,
                String.valueOf(extension),
                extension,
                law ? TermKind.STATUTORY : TermKind.INTERNAL,
                "",
                from,
                "市里要求更快",
                table.lock(code));
    }

    private List<String> change(TermEntry entry) {
        return edits.apply(entry, Standard.find(entry.code()) == null, Actor.system()).stream()
                .map(fault -> fault.field() + " " + fault.key())
                .toList();
    }

    private static void sameAs(TermRule rule, TermRule law) {
        assertThat(rule)
                .as(law.code())
                .extracting(
                        TermRule::days, TermRule::unit, TermRule::longestExtension, TermRule::kind, TermRule::article)
                .containsExactly(law.days(), law.unit(), law.longestExtension(), law.kind(), law.article());
    }

    @Test
    void theTableBeginsWithWhatTheLawSays() {
        assertThat(Standard.all()).hasSize(16);
        Standard.all()
                .values()
                .forEach(law -> sameAs(terms.of(law, Matter.OFFICE, "web").rule(), law));
    }

    @ParameterizedTest(name = "{0}: at most {1} {2}, extended by {3} ({4})")
    @CsvSource({
        "petition-routing, 15, CALENDAR, 0, art. 22",
        "petition-notice, 15, CALENDAR, 0, art. 23",
        "petition-objection, 5, WORKING, 0, art. 23",
        "petition-handling, 60, CALENDAR, 30, art. 34",
        "petition-review, 30, CALENDAR, 0, art. 35",
        "petition-second-review, 30, CALENDAR, 0, art. 36"
    })
    void noTermOfTheRegulationCanBeMadeLonger(String code, int days, DayUnit unit, int extension, String article) {
        assertThat(change(entry(code, days + 1, unit, 0, TODAY, null, null)))
                .as(article)
                .containsExactly("days term.fault.law.days");
        assertThat(change(entry(code, days, unit, extension + 1, TODAY, null, null)))
                .as(article)
                .containsExactly("extension term.fault.law.extension");
        assertThat(change(entry(code, days + 1, unit, 0, TODAY, Matter.TOWN, "hotline")))
                .as("nor for a place or a channel")
                .containsExactly("days term.fault.law.days");
        assertThat(change(entry(code, days - 1, unit, 0, TODAY, null, null))).isEmpty();
    }

    /** Calendar days can stand for working days, which are never shorter; not the other way round. */
    @Test
    void workingDaysCannotTakeThePlaceOfCalendarDays() {
        assertThat(change(entry("petition-notice", 10, DayUnit.WORKING, 0, TODAY, null, null)))
                .containsExactly("unit term.fault.law.unit");
        assertThat(change(entry("petition-objection", 5, DayUnit.CALENDAR, 0, TODAY, null, null)))
                .isEmpty();
    }

    @ParameterizedTest(name = "arts. 35, 36: {0}")
    @CsvSource({"petition-review-request, 29", "petition-second-review-request, 20"})
    void nobodyTakesThePetitionersTimeToAskFromHim(String code, int days) {
        assertThat(change(entry(code, days, DayUnit.CALENDAR, 0, TODAY, null, null)))
                .containsExactly("form term.fault.right");
    }

    /** Working days across 2026's holidays: 国庆 1-7 October, worked 10 October. */
    @Test
    void aChangeHoldsFromItsDayAndForWhatIsSetThen() {
        Instant event = Instant.parse("2026-09-29T02:00:00Z");
        TermVersion before = terms.of(ComplaintTerms.SIMPLE, Matter.OFFICE, "web");
        assertThat(deadlines.term(before.rule(), event).lastDay()).isEqualTo("2026-10-19");
        assertThat(change(entry("complaint-simple", 3, DayUnit.WORKING, 0, TODAY.plusDays(1), null, null)))
                .isEmpty();
        assertThat(terms.of(ComplaintTerms.SIMPLE, Matter.OFFICE, "web")).isEqualTo(before);
        assertThat(change(entry("complaint-simple", 4, DayUnit.WORKING, 0, TODAY, null, null)))
                .isEmpty();
        TermRule now = terms.of(ComplaintTerms.SIMPLE, Matter.OFFICE, "web").rule();
        assertThat(deadlines.term(now, event).lastDay()).isEqualTo("2026-10-10");
        assertThat(terms.kept(before.id(), ComplaintTerms.SIMPLE).days())
                .as("a clock that runs keeps its days")
                .isEqualTo(10);
    }

    @Test
    void theSmallestAreaAndTheChannelComeFirst() {
        change(entry("complaint-duty", 12, DayUnit.WORKING, 0, TODAY, Matter.CITY, null));
        change(entry("complaint-duty", 9, DayUnit.WORKING, 0, TODAY, Matter.TOWN, null));
        change(entry("complaint-duty", 5, DayUnit.WORKING, 0, TODAY, Matter.TOWN, "hotline"));
        assertThat(terms.of(ComplaintTerms.DUTY, Matter.OFFICE, "hotline")
                        .rule()
                        .days())
                .isEqualTo(5);
        assertThat(terms.of(ComplaintTerms.DUTY, Matter.VILLAGE, "web").rule().days())
                .isEqualTo(9);
        assertThat(terms.of(ComplaintTerms.DUTY, Matter.CITY, "web").rule().days())
                .isEqualTo(12);
        assertThat(terms.of(ComplaintTerms.DUTY, "350212000000", "hotline")
                        .rule()
                        .days())
                .isEqualTo(15);
    }

    /** Art. 34 for a matter whose subject has a term of its own: shorter as it says, never longer, and so it is with the extension. */
    @Test
    void aSubjectMakesTheTermOfTheLawShorterAndNeverLonger() {
        Instant event = Instant.parse("2026-09-29T02:00:00Z");
        change(entry("noise-night", 20, DayUnit.WORKING, 10, TODAY, null, null));
        change(entry("slow-matter", 90, DayUnit.CALENDAR, 90, TODAY, null, null));
        TermRule shorter = terms.of(PetitionTerms.HANDLING, "noise-night", Matter.OFFICE, "web", event)
                .rule();
        assertThat(shorter.days()).isEqualTo(20);
        assertThat(shorter.kind()).isEqualTo(TermKind.STATUTORY);
        assertThat(shorter.longestExtension()).as("as the table says").isEqualTo(10);
        change(entry("short-matter", 30, DayUnit.CALENDAR, 60, TODAY, null, null));
        assertThat(terms.of(PetitionTerms.HANDLING, "short-matter", Matter.OFFICE, "web", event)
                        .rule()
                        .longestExtension())
                .as("art. 34 is the ceiling")
                .isEqualTo(30);
        TermRule longer = terms.of(PetitionTerms.HANDLING, "slow-matter", Matter.OFFICE, "web", event)
                .rule();
        sameAs(longer, PetitionTerms.HANDLING);
        assertThat(terms.of(PetitionTerms.ROUTING, "noise-night", Matter.OFFICE, "web", event)
                        .rule()
                        .days())
                .as("only the clock of a route")
                .isEqualTo(15);
        assertThat(terms.of(ComplaintTerms.SIMPLE, "complaint-inquiry", Matter.OFFICE, "web", event)
                        .rule()
                        .days())
                .isEqualTo(2);
    }

    @Test
    void theAdministratorChangesItAndEverybodyReadsWhoAndWhy() {
        String page = pages.page(admin, "/deadlines/terms/petition-handling");
        assertThat(page).contains("第三十四条", "60 日", "不能更长");
        String seen = String.valueOf(table.lock("petition-handling"));
        String[] typed = {
            "days",
            "61",
            "unit",
            "calendar",
            "extension",
            "30",
            "kind",
            "statutory",
            "from",
            TODAY.toString(),
            "why",
            "试试",
            "seen",
            seen
        };
        MockHttpServletResponse refused = pages.send(admin, "/deadlines/terms/petition-handling", typed);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(refused)).contains("《信访工作条例》第三十四条规定最长 60 日（自然日），不能更长", "试试");
        typed[1] = "45";
        assertThat(pages.send(admin, "/deadlines/terms/petition-handling", typed)
                        .getStatus())
                .isEqualTo(303);
        assertThat(pages.send(admin, "/deadlines/terms/petition-handling", typed)
                        .getStatus())
                .as("somebody changed it meanwhile")
                .isEqualTo(422);
        assertThat(pages.page(officer, "/deadlines/terms/petition-handling"))
                .contains("45 日", "60 日", "试试", "已失效", "现行")
                .doesNotContain("<form method=\"post\" action=\"/deadlines");
        assertThat(pages.page(officer, "/deadlines/terms")).contains("45 日", "回访");
        assertThat(pages.send(officer, "/deadlines/terms/petition-handling", typed)
                        .getStatus())
                .isEqualTo(403);
        assertThat(view.versions("petition-handling")).hasSize(2);
    }

    @Test
    void theOfficeAddsATermOfItsOwnAndEndsIt() {
        String[] typed = {
            "code",
            "noise-night",
            "name",
            "夜间噪声",
            "days",
            "3",
            "unit",
            "working",
            "extension",
            "0",
            "kind",
            "provincial",
            "source",
            "",
            "from",
            TODAY.toString(),
            "why",
            "夜间噪声须当晚处理"
        };
        assertThat(SignedIn.text(pages.send(admin, "/deadlines/terms", typed))).contains("写明依据");
        typed[13] = "省噪声办法第八条";
        typed[9] = "三天";
        MockHttpServletResponse unread = pages.send(admin, "/deadlines/terms", typed);
        assertThat(unread.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(unread)).contains("请填写 0 至 400 之间的整数", "三天");
        typed[9] = "0";
        assertThat(pages.send(admin, "/deadlines/terms", typed).getStatus()).isEqualTo(303);
        assertThat(terms.choices()).extracting(Terms.Choice::code).contains("noise-night");
        assertThat(pages.page(admin, "/subjects/0602")).contains("夜间噪声");
        assertThat(pages.page(admin, "/deadlines/terms/new")).contains("代码");
        TermEntry end = new TermEntry(
                "noise-night",
                "夜间噪声",
                null,
                null,
                "",
                null,
                true,
                DayUnit.WORKING,
                "",
                0,
                TermKind.INTERNAL,
                "",
                TODAY,
                "不再需要",
                table.lock("noise-night"));
        assertThat(edits.apply(end, false, Actor.system())).isEmpty();
        assertThat(terms.choices()).extracting(Terms.Choice::code).doesNotContain("noise-night");
    }

    @Test
    void theChannelsAreThoseMattersComeInBy() {
        assertThat(Set.copyOf(TermRules.CHANNELS))
                .isEqualTo(Set.of(Channel.values()).stream()
                        .map(Channel::key)
                        .collect(java.util.stream.Collectors.toSet()));
    }
}
