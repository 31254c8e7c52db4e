package org.qipan.enquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.qipan.Replay;
import org.qipan.SignedIn;
import org.qipan.complaint.Matter;
import org.qipan.complaint.PetitionHall;
import org.qipan.complaint.Petitioner;
import org.qipan.directory.Staff;
import org.qipan.filing.Channel;
import org.qipan.filing.Contact;
import org.qipan.filing.Filing;
import org.qipan.filing.Mode;
import org.qipan.task.DemoDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** 情况了解函 (信访工作条例 arts. 30, 46 (5)): what the side complained of gets, and what it cannot get. */
@Replay
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnquiryTests {

    private static final String LETTER = "请说明贵村出租屋押金退还的一般做法和依据。";
    private static final String DIGEST = "租客反映村管理员不处理押金纠纷。";
    private static final String TITLE = "押金纠纷无人处理";
    private static final String STOPPED = "函里有与来信相同的话";
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");

    @Autowired
    private PetitionHall hall;

    @Autowired
    private Petitioner petitioner;

    @Autowired
    private GivenAway givenAway;

    @Autowired
    private DemoDesk desk;

    @Autowired
    private JdbcClient jdbc;

    private Staff asked;

    @BeforeAll
    void everybodyIsThere() {
        asked = hall.in("village-worker", Matter.VILLAGE);
    }

    private static Filing about(Mode mode, Contact contact) {
        return new Filing(
                Channel.WEB,
                mode,
                Matter.WORDS,
                Matter.VILLAGE,
                Matter.VILLAGE,
                null,
                List.of(),
                null,
                contact,
                true,
                List.of(),
                null,
                null,
                1);
    }

    private UUID handled(Filing filing, String kind, String route) {
        UUID id = hall.filed(filing);
        String[] typed = {
            "kind",
            kind,
            "title",
            TITLE,
            "digest",
            DIGEST,
            "route",
            route,
            "lead",
            Matter.OFFICE,
            "reason",
            "已受理，由有权单位办理。"
        };
        desk.complete(desk.item(id.toString(), "Task_Sort"), hall.officer, typed);
        return id;
    }

    private UUID petition() {
        return handled(about(Mode.NAMED, Matter.WANG), "complaint", "petition");
    }

    private static String url(UUID id) {
        return "/complaints/" + id + "/enquiries";
    }

    private MockHttpServletResponse sends(Staff by, UUID id, String text) {
        return hall.pages.send(
                by,
                url(id),
                "unit",
                Matter.VILLAGE,
                "duty",
                "worker",
                "question",
                text,
                "until",
                LocalDate.now().plusDays(5).toString(),
                "read",
                "yes");
    }

    private int sent(UUID id) {
        return jdbc.sql("select count(*) from enquiry where complaint = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private UUID letterOf(UUID id) {
        assertThat(sends(hall.handler, id, LETTER).getStatus()).isEqualTo(303);
        return jdbc.sql("select id from enquiry where complaint = ?")
                .param(id)
                .query(UUID.class)
                .single();
    }

    private String number(UUID caseId) {
        return jdbc.sql("select number from case_file where id = ?")
                .param(caseId)
                .query(String.class)
                .single();
    }

    /** Every page the side that was asked can get to from what it was given, and nothing of the matter on any. */
    @Test
    void nothingOfTheMatterIsReachableFromTheLetter() {
        UUID matter = petition();
        UUID letter = letterOf(matter);
        long item = desk.item(letter.toString(), "Task_Answer");
        assertThat(number(letter)).contains("情函〔").isNotEqualTo(number(matter));
        List<String> secret =
                List.of(matter.toString(), number(matter), TITLE, DIGEST, Matter.WORDS, "王小兰", "13800001234");
        String task = hall.pages.page(asked, "/tasks/" + item);
        assertThat(task).contains(LETTER, "不要打听", number(letter));
        assertThat(hall.pages.page(asked, "/enquiries/" + letter)).contains(LETTER);
        for (Staff reader :
                List.of(asked, hall.in("village-head", Matter.VILLAGE), hall.in("township-officer", Matter.TOWN))) {
            Deque<String> ahead = new ArrayDeque<>(List.of(
                    "/",
                    "/worklist",
                    "/worklist?tab=toread",
                    "/worklist?tab=done",
                    "/tasks/" + item,
                    "/enquiries/" + letter,
                    "/tasks/" + item + "/course",
                    "/search?q=" + number(letter)));
            Set<String> seen = new HashSet<>();
            while (!ahead.isEmpty() && seen.size() < 60) {
                String at = ahead.removeFirst().replace("&amp;", "&");
                if (!seen.add(at) || at.matches("/(css|js|img|webjars|sign|logout).*")) {
                    continue;
                }
                String body = SignedIn.text(hall.pages.ask(reader, get(at)));
                boolean excluded = !reader.posts().get(0).unit().equals(Matter.TOWN);
                if (excluded) {
                    assertThat(body).as(reader.name() + " " + at).doesNotContain(secret);
                }
                if (body.contains(letter.toString()) || body.contains(number(letter))) {
                    assertThat(body).as(reader.name() + " " + at).doesNotContain(matter.toString());
                    Matcher links = LINK.matcher(body);
                    while (links.find()) {
                        ahead.add(links.group(1));
                    }
                }
            }
            assertThat(seen).hasSizeGreaterThan(8);
        }
        assertThat(hall.pages.ask(asked, get(url(matter))).getStatus()).isIn(403, 404);
        assertThat(hall.pages.ask(asked, get("/complaints/" + matter)).getStatus())
                .isIn(403, 404);
    }

    /** In no row but its own does a letter stand beside its matter: not in the engine, not in the course, not in a list. */
    @Test
    void noTableJoinsTheLetterToTheMatter() {
        UUID matter = petition();
        UUID letter = letterOf(matter);
        desk.complete(desk.item(letter.toString(), "Task_Answer"), asked, "answer", "按租约退还。");
        List<String> joined = jdbc.sql("""
                        select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
                        where table_type = 'BASE TABLE' and table_schema = 'public'""").query(String.class).list().stream()
                .filter(name -> jdbc.sql("select exists (select from " + name
                                + " t where t::text like '%' || :letter || '%' and t::text like '%' || :matter || '%')")
                        .param("letter", letter.toString())
                        .param("matter", matter.toString())
                        .query(Boolean.class)
                        .single())
                .toList();
        assertThat(joined).containsExactly("public.enquiry");
        assertThat(jdbc.sql("select count(*) from work_copy where case_id = :matter and by = :asked")
                        .param("matter", matter)
                        .param("asked", asked.id())
                        .query(Integer.class)
                        .single())
                .as("who answered has sent nothing in the matter")
                .isZero();
    }

    @Test
    void theAnswerComesBackToWhoAskedAndIntoTheMatter() {
        UUID matter = petition();
        UUID letter = letterOf(matter);
        assertThat(hall.pages.page(hall.handler, url(matter))).contains(number(letter), LETTER, "还没有答复");
        String answer = "本村按租约退还押金，纠纷由村调解室受理。";
        desk.complete(desk.item(letter.toString(), "Task_Answer"), asked, "answer", answer);
        assertThat(hall.pages.page(hall.handler, url(matter)))
                .contains(answer)
                .as("and when it came")
                .contains(">" + LocalDate.now() + "</time>");
        assertThat(hall.pages.page(hall.officer, url(matter))).contains(answer);
        assertThat(hall.pages.page(hall.handler, "/worklist?tab=toread"))
                .contains("情况了解函已答复")
                .as("leads to this letter")
                .contains("href=\"" + url(matter) + "#letter-1\"");
        assertThat(hall.pages.page(hall.handler, url(matter))).contains("id=\"letter-1\"");
        assertThat(hall.pages.page(hall.handler, "/complaints/" + matter)).contains(url(matter), "情况了解函已答复");
        assertThat(hall.pages.page(asked, "/enquiries/" + letter)).contains(answer);
        assertThat(hall.pages
                        .ask(hall.in("village-worker", "442000007202"), get("/enquiries/" + letter))
                        .getStatus())
                .as("another village")
                .isEqualTo(404);
    }

    /** Arts. 30, 46 (5): eight characters of his, however they are written. */
    @Test
    void noEightCharactersOfThePetitionerGetThrough() {
        UUID matter = petition();
        String said = "晚上十一点后楼下的施工队还在打桩";
        petitioner.say(matter, said);
        Random random = new Random(9704);
        for (int i = 0; i < 200; i++) {
            String source = (i % 3 == 0 ? said : Matter.WORDS).replaceAll("[，。]", "");
            int from = random.nextInt(source.length() - 8);
            int length = 8 + random.nextInt(source.length() - from - 7);
            StringBuilder copied = new StringBuilder("请说明：");
            source.substring(from, from + length)
                    .codePoints()
                    .forEach(c -> copied.appendCodePoint(c)
                            .append(List.of("", "", " ", "、", "\n", "*").get(random.nextInt(6))));
            assertThat(givenAway.by(copied + "的情况。", matter, "新伦村民委员会"))
                    .as(copied.toString())
                    .isTrue();
            String shorter = source.substring(from, from + 3 + random.nextInt(5));
            assertThat(givenAway.by("甲" + shorter + "乙", matter, "新伦村民委员会"))
                    .as(shorter)
                    .isFalse();
        }
        for (String who : List.of("王小兰", "王 小 兰", "13800001234", "138-0000-1234", "１３８００００１２３４", number(matter))) {
            assertThat(givenAway.by("请说明" + who + "的情况", matter, "新伦村民委员会"))
                    .as(who)
                    .isTrue();
        }
        assertThat(givenAway.by(LETTER + "2026年11月22日，1200元", matter, "新伦村民委员会"))
                .isFalse();
    }

    @Test
    void aLetterThatGivesHimAwayIsStoppedWithoutSayingWhere() {
        UUID matter = petition();
        MockHttpServletResponse byName = sends(hall.handler, matter, "请说明王小兰的押金。");
        MockHttpServletResponse byWords = sends(hall.handler, matter, "请说明" + Matter.WORDS);
        assertThat(List.of(byName.getStatus(), byWords.getStatus())).containsOnly(422);
        assertThat(SignedIn.text(byName)).contains(STOPPED, "请说明王小兰的押金。");
        assertThat(SignedIn.text(byWords)).contains(STOPPED);
        assertThat(sent(matter)).isZero();
        assertThat(jdbc.sql("select count(*) from audit where action = 'enquiry.audit.stopped' and object_id = ?")
                        .param(matter.toString())
                        .query(Integer.class)
                        .single())
                .as("each try is recorded")
                .isEqualTo(2);
        for (int i = 0; i < 4; i++) {
            assertThat(SignedIn.text(sends(hall.handler, matter, "请说明王小兰" + i))).contains(STOPPED);
        }
        assertThat(SignedIn.text(sends(hall.handler, matter, LETTER)))
                .as("names cannot be tried out")
                .contains("试的次数太多");
        assertThat(sent(matter)).isZero();
    }

    @Test
    void allThatIsMissingIsSaidAtOnceBesideItsField() {
        MockHttpServletResponse empty = hall.pages.send(hall.handler, url(petition()), "question", " ");
        assertThat(empty.getStatus()).isEqualTo(422);
        for (String[] field :
                new String[][] {{"unit", "选一个单位"}, {"question", "请对方说明什么"}, {"until", "最迟哪天"}, {"read", "先读提醒"}}) {
            assertThat(SignedIn.text(empty))
                    .containsPattern("name=\"" + field[0] + "\"[\\s\\S]*?class=\"field-error\">[^<]*" + field[1]);
        }
    }

    /** Art. 30: of an accusation, and of what somebody says without a name, the accused learns nothing at all. */
    @Test
    void noLetterIsWrittenAboutAccusationsAndAnonymousMatters() {
        for (UUID matter : List.of(
                handled(about(Mode.ANONYMOUS, Contact.NONE), "complaint", "petition"),
                handled(about(Mode.NAMED, Matter.WANG), "report", "duty"))) {
            Staff reader =
                    hall.pages.ask(hall.handler, get(url(matter))).getStatus() == 200 ? hall.handler : hall.officer;
            assertThat(hall.pages.page(reader, url(matter)))
                    .contains("第三十条", "不能写情况了解函")
                    .doesNotContain("name=\"question\"");
            assertThat(sends(reader, matter, LETTER).getStatus()).isEqualTo(422);
            assertThat(sent(matter)).isZero();
        }
    }

    @Test
    void onlyWhoHandlesItWritesAndReadsTheWarningFirst() {
        UUID matter = petition();
        assertThat(hall.pages.page(hall.officer, url(matter))).contains("只有正在办理这件事的承办岗位");
        assertThat(sends(hall.officer, matter, LETTER).getStatus()).isEqualTo(422);
        assertThat(sends(hall.in("department-officer", Matter.OTHER_OFFICE), matter, LETTER)
                        .getStatus())
                .isEqualTo(404);
        assertThat(hall.pages.page(hall.handler, url(matter))).contains("能不能猜出是谁反映的", "第四十六条");
        assertThat(SignedIn.text(hall.pages.send(
                        hall.handler,
                        url(matter),
                        "unit",
                        Matter.VILLAGE,
                        "question",
                        LETTER,
                        "until",
                        LocalDate.now().plusDays(5).toString())))
                .contains("请先读提醒", LETTER);
        assertThat(SignedIn.text(hall.pages.send(
                        hall.handler,
                        url(matter),
                        "unit",
                        Matter.OFFICE,
                        "question",
                        LETTER,
                        "until",
                        LocalDate.now().plusDays(5).toString(),
                        "read",
                        "yes")))
                .contains("不用向本单位发函");
        assertThat(sent(matter)).isZero();
    }

    private MockHttpServletResponse takesBack(Staff by, UUID matter, UUID letter, String why) {
        return hall.pages.send(by, url(matter) + "/" + letter + "/withdrawal", "reason", why);
    }

    /** Art. 30: whoever was asked reads that the letter is withdrawn, and not why. */
    @Test
    void aLetterIsTakenBackUntilItIsAnswered() {
        UUID matter = petition();
        UUID letter = letterOf(matter);
        long item = desk.item(letter.toString(), "Task_Answer");
        assertThat(hall.pages.page(hall.handler, url(matter))).contains("撤回理由");
        assertThat(takesBack(hall.handler, matter, letter, " ").getStatus()).isEqualTo(422);
        assertThat(takesBack(hall.officer, matter, letter, "发错了").getStatus())
                .as("only whoever wrote it")
                .isEqualTo(422);
        assertThat(takesBack(hall.handler, matter, letter, "发错了单位").getStatus()).isEqualTo(303);
        assertThat(hall.pages.page(hall.handler, url(matter)))
                .contains("已撤回：发错了单位")
                .doesNotContain("撤回理由");
        assertThat(jdbc.sql(
                                "select count(*) from case_event where case_id = ? and act = 'enquiry.withdrawn' and remark = '发错了单位'")
                        .param(matter)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(hall.pages.page(asked, "/enquiries/" + letter))
                .contains("不用答复")
                .doesNotContain("发错了单位");
        assertThat(hall.pages.page(asked, "/worklist")).doesNotContain("/tasks/" + item + "\"");
        assertThat(hall.pages.page(asked, "/worklist?tab=toread")).contains("情况了解函已撤回");
        assertThat(takesBack(hall.handler, matter, letter, "再撤一次").getStatus()).isEqualTo(422);
    }

    @Test
    void anAnsweredLetterIsNotTakenBack() {
        UUID matter = petition();
        UUID letter = letterOf(matter);
        desk.complete(desk.item(letter.toString(), "Task_Answer"), asked, "answer", "按租约退还。");
        assertThat(takesBack(hall.handler, matter, letter, "发错了").getStatus()).isEqualTo(422);
        assertThat(hall.pages.page(hall.handler, url(matter)))
                .contains("按租约退还。")
                .doesNotContain("撤回理由");
    }
}
