package org.qipan.enquiry;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.audit.Audit;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Said;
import org.qipan.casefile.Vocabulary;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.qipan.enquiry.EnquirySight.Matter;
import org.qipan.workflow.Workflow;
import org.qipan.worklist.Copies;
import org.qipan.worklist.HeldPosts;
import org.qipan.worklist.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends enquiries and brings their answers back (信访工作条例 art. 30: nothing of a matter goes to the side complained of). */
@Service
class Enquiries {

    static final String KIND = "enquiry";
    static final int LONGEST = 2_000;
    static final int LONGEST_DAYS = 60;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final EnquiryTable table;
    private final EnquirySight sight;
    private final GivenAway givenAway;
    private final CaseFiles cases;
    private final Vocabulary vocabulary;
    private final Workflow workflow;
    private final Copies copies;
    private final HeldPosts posts;
    private final Directory directory;
    private final Audit audit;
    private final Clock clock;

    Enquiries(
            EnquiryTable table,
            EnquirySight sight,
            GivenAway givenAway,
            CaseFiles cases,
            Vocabulary vocabulary,
            Workflow workflow,
            Copies copies,
            HeldPosts posts,
            Directory directory,
            Audit audit,
            Clock clock) {
        this.table = table;
        this.sight = sight;
        this.givenAway = givenAway;
        this.cases = cases;
        this.vocabulary = vocabulary;
        this.workflow = workflow;
        this.copies = copies;
        this.posts = posts;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /** Why this person can write none for the matter now, as a message key; null if he can. */
    @Nullable
    String hindrance(Matter matter, Staff by) {
        if (matter.sealed()) {
            return "enquiry.refused.sealed";
        }
        return matter.handled() && sight.handler(matter.id(), by).isPresent() ? null : "enquiry.refused.notHandler";
    }

    /** Whether a letter would give the petitioner away. Each time it would is recorded, and what it was is told to nobody. */
    @Transactional
    boolean givesAway(Matter matter, String text, Unit asked, Staff by) {
        boolean found = givenAway.by(text, matter.id(), asked.name());
        if (found) {
            audit.record(
                    by.actor(), "enquiry.audit.stopped", "case", matter.id().toString(), Map.of());
        }
        return found;
    }

    /**
     * Sends a letter that gives nothing away.
     *
     * @param until last day to answer
     * @throws Refused if it cannot be sent, or not so
     */
    @Transactional
    void send(Matter matter, Unit asked, Duty duty, String text, LocalDate until, Staff by) {
        String hindrance = hindrance(matter, by);
        if (hindrance != null) {
            throw new Refused(hindrance);
        }
        Post from = sight.handler(matter.id(), by).orElseThrow();
        LocalDate today = LocalDate.now(clock);
        if (until.isBefore(today) || until.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw Refused.at("until", "enquiry.refused.until", LONGEST_DAYS);
        }
        if (asked.code().equals(from.unit())) {
            throw Refused.at("unit", "enquiry.refused.self");
        }
        vocabulary.hint(text).ifPresent(found -> {
            throw Refused.at("question", "vocabulary.hint", found.word(), found.cleaned());
        });
        Post to = post(asked, duty);
        // An id that tells no time: it must not be matched with the matter by when it was made.
        UUID id = UUID.randomUUID();
        cases.open(id, KIND, Said.of("enquiry.title"), from.unit(), null);
        String number = cases.number(id, KIND);
        table.insert(new Enquiry(
                id,
                matter.id(),
                number,
                by.id(),
                from,
                to,
                text,
                clock.instant(),
                until.plusDays(1).atStartOfDay(ZONE).toInstant(),
                null,
                null,
                null));
        cases.record(id, "enquiry.sent", null, from, null, Map.of());
        cases.record(matter.id(), "enquiry.asked", by.id(), from, null, Map.of("number", number, "to", asked.name()));
        workflow.start(KIND, id.toString(), Map.of("role", to.role(), "unit", to.unit()));
    }

    private Post post(Unit asked, Duty duty) {
        return directory
                .role(asked.kind(), duty)
                .map(role -> new Post(role, asked.code()))
                .filter(post -> posts.held(post, null))
                .orElseThrow(() -> Refused.at("unit", "enquiry.refused.nobody", asked.name()));
    }

    /** The answer goes to whoever asked, as something to read, and into the matter. */
    @Transactional
    void answered(Enquiry enquiry, String answer, Staff by, Post as) {
        if (!table.answer(enquiry.id(), answer, by.id())) {
            throw new Refused("enquiry.refused.over");
        }
        cases.record(enquiry.id(), "enquiry.answered", by.id(), as, null, Map.of());
        cases.close(enquiry.id());
        Map<String, String> facts = Map.of(
                "number",
                enquiry.number() == null ? "" : enquiry.number(),
                "to",
                directory.name(enquiry.to().unit()));
        cases.record(enquiry.complaint(), "enquiry.came", null, null, null, facts);
        // By the system: a copy in his name would join whoever answered to the matter.
        copies.tell(
                enquiry.complaint(),
                Said.of("enquiry.title"),
                EnquiryController.url(enquiry.complaint(), table.place(enquiry)),
                "enquiry-answered",
                enquiry.from());
    }
}
