package org.qipan.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.qipan.Replay;
import org.qipan.Resident;
import org.qipan.SignedIn;
import org.qipan.campaign.DemoPeople;
import org.qipan.directory.Staff;
import org.qipan.receipt.Receipts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.context.WebApplicationContext;

/** 我要反映 as a resident has it: no account, no session, every page by its own form. */
@Replay
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilingPagesTests {

    private static final String URL = "/complaint";
    private static final String PROVINCE = "440000000000";
    private static final String VILLAGE = "442000007201";
    private static final String TOWN = "442000007000";
    private static final String WORDS = "路灯坏了三个月，走夜路的人摔过。";

    private final AtomicInteger network = new AtomicInteger();

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Receipts receipts;

    @Autowired
    private DemoPeople people;

    @Autowired
    private OpenUploads uploads;

    private SignedIn staff;
    private Staff officer;

    @BeforeAll
    void everybodyIsThere() {
        people.arrive();
        staff = new SignedIn(context);
        officer = people.in("complaint-officer", TOWN);
    }

    /** Somebody from a network nobody came from before. */
    private Resident somebody() {
        return new Resident(context, "198.51." + network.incrementAndGet() + ".9");
    }

    private Resident writing(String about, String place) {
        Resident resident = somebody();
        resident.opens(URL);
        resident.sends(URL, "about", about, "place", place, "to", "write");
        return resident;
    }

    private Resident previewing() {
        Resident resident = writing("", VILLAGE);
        assertThat(resident.sends(URL, "words", WORDS, "mode", "anonymous", "to", "preview"))
                .contains("谁会看到什么");
        return resident;
    }

    private int complaints() {
        return jdbc.sql("select count(*) from complaint").query(Integer.class).single();
    }

    private UUID newest() {
        return jdbc.sql("select id from complaint order by age(xmin) limit 1")
                .query(UUID.class)
                .single();
    }

    @Test
    void filesAnonymouslyAndGivesAReceiptThatIsRecognised() {
        Resident resident = somebody();
        assertThat(resident.opens(URL))
                .contains("不用登录，可以匿名", "110", "12388", "法院", "快速离开", "href=\"/complaint/leave\"")
                .doesNotContain("<textarea", "_csrf");
        assertThat(resident.sends(URL, "place", "新伦村 " + VILLAGE, "to", "write"))
                .contains("民众街道", "哪些写法会让人认出您", "匿名", "保密", "实名");
        String preview = resident.sends(URL, "words", WORDS, "mode", "anonymous", "name", "王小兰", "to", "preview");
        assertThat(preview)
                .contains("受理岗位（民众街道 信访专员）看到", ">" + WORDS + "<", "另写的概括", "没有写被反映的单位", "情况了解函")
                .doesNotContain("身份保密库</h2>");
        String receipt = resident.sends(URL, "to", "send");
        assertThat(receipt).contains("只显示这一次", "第二十三条", "没有书面告知", "30 日", "15 日");
        List<String> words = List.of(resident.between("data-words", "</ol>").split("<li>"));
        assertThat(words).hasSize(9);
        String code = resident.between("data-code>", "<");
        String pin = resident.between("data-pin>", "<");
        UUID id = receipts.find(code, pin).orElseThrow();
        assertThat(id.version()).isEqualTo(4);
        assertThat(resident.hasSession()).as("no session for a complaint").isFalse();
        assertThat(resident.answer().getCookies()).isEmpty();
        assertThat(staff.page(officer, "/complaints/" + id)).contains(WORDS).doesNotContain("王小兰");
    }

    /** The words are Chinese; the code can be read by anybody. */
    @Test
    void theEnglishReceiptShowsTheCodeFirstAndIsTheSameReceipt() {
        Resident resident = previewing();
        String page = resident.sends(URL, "to", "send", "lang", "en");
        assertThat(page.indexOf("data-code")).isPositive().isLessThan(page.indexOf("data-pin"));
        assertThat(page.indexOf("data-pin")).isLessThan(page.indexOf("data-words"));
        assertThat(page).contains("You need not read them");
        String pin = resident.between("data-pin>", "<");
        UUID id = receipts.find(resident.between("data-code>", "<"), pin).orElseThrow();
        String words = resident.between("data-words", "</ol>").replaceAll("(?s)^[^>]*>|<[^>]*>", " ");
        assertThat(receipts.find(words.strip(), pin)).contains(id);
    }

    @Test
    void manyUnitsOfANameAreAskedForInMoreWords() {
        Resident resident = somebody();
        resident.opens(URL);
        String page = resident.sends(URL, "place", "民众", "to", "write");
        assertThat(page).contains("多写几个字", "民众街道");
        assertThat(page.split("name=\"placeChoice\"")).hasSizeBetween(2, 5);
    }

    @Test
    void asksBackWhichUnitIsMeantAndTakesTheChoice() {
        Resident resident = somebody();
        resident.opens(URL);
        assertThat(resident.sends(URL, "place", "新伦", "to", "write"))
                .contains("是下面哪一个", "新伦村", "type=\"radio\"")
                .doesNotContain("<textarea");
        assertThat(resident.sends(URL, "placeChoice", VILLAGE, "to", "write")).contains("民众街道", "<textarea");
        assertThat(resident.sends(URL, "to", "about")).contains("value=\"新伦村 " + VILLAGE + "\"");
        assertThat(resident.sends(URL, "place", "没有这个地方甲乙丙", "to", "write")).contains("没有找到这样的单位", "没有这个地方甲乙丙");
        assertThat(resident.sends(URL, "place", "", "to", "write")).contains("两项请至少写一项");
        assertThat(resident.answer().getStatus()).isEqualTo(422);
    }

    @Test
    void saysBeforeAnyWordThatNobodyHereMayHaveIt() {
        int before = complaints();
        Resident other = somebody();
        other.opens(URL);
        assertThat(other.sends(URL, "about", PROVINCE, "to", "write"))
                .contains("这里不能受理", "12388", "上一级信访工作机构", "没有保存")
                .doesNotContain("<textarea");
        assertThat(complaints()).isEqualTo(before);
    }

    @Test
    void refusesWhatIsIncompleteAndKeepsWhatWasTyped() {
        Resident resident = writing("", VILLAGE);
        String page = resident.sends(URL, "words", WORDS, "mode", "named", "safely", "晚上", "to", "preview");
        assertThat(resident.answer().getStatus()).isEqualTo(422);
        assertThat(page).contains("请填写姓名", "请填写地址", "请留一种联系方式", ">" + WORDS + "</textarea>", "value=\"晚上\"");
        assertThat(resident.sends(URL, "words", " ", "to", "preview")).contains("请写下发生了什么");
        assertThat(resident.sends(URL, "words", "长".repeat(5001), "to", "preview"))
                .contains("5,001");
        assertThat(resident.sends(URL, "words", WORDS, "people", "两个", "to", "preview"))
                .contains("请填一个数字");
        assertThat(writing("", VILLAGE).sends(URL, "words", WORDS, "to", "preview"))
                .contains("请选一种方式");
    }

    @Test
    void keepsNameAndContactOfTheOthersInTheVault() {
        Resident resident = writing("", VILLAGE);
        assertThat(resident.sends(
                        URL,
                        "words",
                        WORDS,
                        "mode",
                        "confidential",
                        "name",
                        "王小兰",
                        "phone",
                        "13800001234",
                        "safely",
                        "晚上八点后",
                        "to",
                        "preview"))
                .contains("存入身份保密库", "王小兰", "晚上八点后");
        assertThat(resident.sends(URL, "to", "send")).contains("会书面告诉您");
        assertThat(staff.page(officer, "/complaints/" + newest()))
                .contains(WORDS)
                .doesNotContain("王小兰", "13800001234");
    }

    /** Arts. 28, 30: told before he writes anything, and nothing is stored. */
    @Test
    void saysBeforeHeWritesThatNobodyIsLeft() {
        int before = complaints();
        Resident resident = writing("", VILLAGE);
        assertThat(resident.sends(URL, "hide", PROVINCE, "to", "hide"))
                .contains("这里不能受理", "12388")
                .doesNotContain("<textarea");
        assertThat(complaints()).isEqualTo(before);
    }

    @Test
    void keepsItFromTheUnitsHeNamesToo() {
        Resident resident = writing("", VILLAGE);
        assertThat(resident.sends(URL, "hide", "442000007202", "words", WORDS, "to", "hide"))
                .contains("name=\"hidden\" value=\"442000007202\"", "不再排除", ">" + WORDS + "</textarea>");
        assertThat(resident.sends(URL, "show", "442000007202", "to", "hide")).doesNotContain("不再排除");
        assertThat(resident.sends(URL, "hide", TOWN, "mode", "anonymous", "to", "preview"))
                .as("art. 30: the desk itself is kept out, so it goes one level up")
                .contains("受理岗位（中山市 信访专员）看到");
        resident.sends(URL, "to", "write");
        assertThat(resident.sends(URL, "hide", PROVINCE, "to", "preview"))
                .as("nobody is left, and what he wrote is still there")
                .contains("没有别的岗位可以受理", "12388", ">" + WORDS + "</textarea>");
        assertThat(resident.answer().getStatus()).isEqualTo(422);
        resident.sends(URL, "show", PROVINCE, "to", "hide");
        resident.sends(URL, "show", TOWN, "hide", "442000007202", "to", "hide");
        assertThat(resident.sends(URL, "mode", "anonymous", "to", "preview")).contains("您排除的单位看到");
        resident.sends(URL, "to", "send");
        assertThat(jdbc.sql("select area_from::text from case_exclusion where case_id = ?")
                        .param(newest())
                        .query(String.class)
                        .list())
                .containsExactly("442000007202");
    }

    private String previewing(String persons) {
        return writing("", VILLAGE)
                .sends(URL, "words", WORDS, "mode", "anonymous", "persons", persons, "whom", "王某某", "to", "preview");
    }

    /** Arts. 28, 30: what he reads before he sends it holds whoever works here; nobody tries names on this page to learn who does. */
    @Test
    void whatHeReadsBeforeHeSendsTellsNothingOfWhoWorksHere() {
        String known = previewing(officer.name());
        assertThat(known).contains("受理岗位（民众街道 信访专员）看到", "只有与您写的姓名同名的人，就改由再上一级", "您写了全名的人看到", "没有写全姓名的，系统认不出是谁", "王某某");
        assertThat(withoutKeys(known)).isEqualTo(withoutKeys(previewing("独孤无人").replace("独孤无人", officer.name())));
        assertThat(previewing("")).contains("您写了全名的人看到");
        Resident without = writing("", VILLAGE);
        assertThat(without.sends(URL, "words", WORDS, "mode", "anonymous", "to", "preview"))
                .doesNotContain("您写了全名的人看到", "只有与您写的姓名同名的人");

        Resident resident = writing("", VILLAGE);
        resident.sends(URL, "words", WORDS, "mode", "anonymous", "persons", officer.name(), "to", "preview");
        resident.sends(URL, "to", "send");
        UUID id = newest();
        assertThat(staff.ask(officer, get("/complaints/" + id)).getStatus()).isEqualTo(404);
        assertThat(staff.page(people.in("complaint-officer", "442000000000"), "/complaints/" + id))
                .contains(WORDS, officer.name());
    }

    private static String withoutKeys(String page) {
        return page.replaceAll("[A-Za-z0-9_-]{43}", "");
    }

    @Test
    void namesThatAreTooLongAreRefusedBesideTheField() {
        Resident resident = writing("", VILLAGE);
        assertThat(resident.sends(
                        URL, "words", WORDS, "mode", "anonymous", "persons", "王".repeat(201), "to", "preview"))
                .contains("id=\"persons-error\"", "最多 200 个字", "王".repeat(201));
        assertThat(resident.answer().getStatus()).isEqualTo(422);
    }

    @Test
    void aFormSentTwiceIsOneComplaintWithOneReceipt() {
        Resident twice = previewing();
        int before = complaints();
        String page = twice.sends(URL, "to", "write");
        twice.sends(URL, "to", "preview");
        var form = twice.filled(URL, "to", "send");
        assertThat(form.getFirst("key")).hasSize(43);
        String sent = twice.sends(URL, "to", "send");
        String code = twice.between("data-code>", "<");
        String pin = twice.between("data-pin>", "<");
        twice.returns(page);
        twice.sends(URL, "to", "preview");
        assertThat(twice.sends(URL, "to", "send")).contains(code, pin).doesNotContain("已经提交过一次");
        twice.returns(page);
        twice.sends(URL, "words", "又想了想，改成别的。", "to", "preview");
        assertThat(twice.sends(URL, "to", "send")).contains(code, "已经提交过一次");
        assertThat(complaints()).isEqualTo(before + 1);
        assertThat(sent).contains(code);

        String stored = jdbc.sql("select string_agg(public_filing::text, ' ') from public_filing")
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain(code, form.getFirst("key"));
        jdbc.sql("update public_filing set at = at - interval '11 minutes'").update();
        twice.returns(page);
        twice.sends(URL, "to", "preview");
        assertThat(twice.sends(URL, "to", "send")).contains("凭证不能再显示").doesNotContain(code);
        assertThat(complaints()).isEqualTo(before + 1);
    }

    @Test
    void takesFilesWithoutTheirMarksAndForgetsThoseOfAFormNotSent() throws Exception {
        var picture = new MockMultipartFile("file", "路灯.png", "image/png", png());
        Resident resident = writing("", VILLAGE);
        assertThat(resident.sends(URL, picture, "words", WORDS, "mode", "anonymous", "to", "preview"))
                .contains("路灯.png");
        resident.sends(URL, "to", "send");
        assertThat(jdbc.sql("select count(*) from file where case_id = ?")
                        .param(newest())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        Resident other = writing("", VILLAGE);
        var wrong = new MockMultipartFile("file", "run.exe", "x", new byte[] {'M', 'Z', 0});
        assertThat(other.sends(URL, wrong, "words", WORDS, "to", "preview"))
                .contains("不能上传这种文件", ">" + WORDS + "</textarea>");
        for (int i = 0; i < OpenUploads.MOST; i++) {
            other.sends(URL, picture, "to", "");
        }
        assertThat(other.sends(URL, picture, "to", "")).contains("一次最多五个文件");
        String file = other.between("name=\"drop\" value=\"", "\"");
        other.sends(URL, "drop", file, "to", "");
        assertThat(loose()).isEqualTo(OpenUploads.MOST - 1);
        assertThat(other.sends(URL, "key", FilingForm.fresh().key(), "drop", file, "to", ""))
                .as("another form's files are not there")
                .doesNotContain("路灯.png");
        jdbc.sql("update public_upload set at = at - interval '25 hours'").update();
        uploads.deleteOld();
        assertThat(loose()).isZero();
    }

    @Test
    void stopsAFloodFromOneNetworkAndLosesNothing() {
        Resident resident = somebody();
        for (int i = 0; i < 5; i++) {
            fileAs(resident);
            assertThat(resident.answer().getStatus()).isEqualTo(200);
        }
        int before = complaints();
        assertThat(fileAs(resident)).contains("还没有提交", WORDS);
        assertThat(resident.answer().getStatus()).isEqualTo(429);
        assertThat(complaints()).isEqualTo(before);
    }

    private static String fileAs(Resident resident) {
        resident.opens(URL);
        resident.sends(URL, "place", VILLAGE, "to", "write");
        resident.sends(URL, "words", WORDS, "mode", "anonymous", "to", "preview");
        return resident.sends(URL, "to", "send");
    }

    @Test
    void changesTheLanguageWithoutLosingAWord() {
        Resident resident = writing("", VILLAGE);
        assertThat(resident.sends(URL, "words", WORDS, "lang", "en"))
                .contains("What happened", ">" + WORDS + "</textarea>", "lang=\"en\"");
    }

    @Test
    void leavesNothingInTheBrowser() throws Exception {
        Resident resident = somebody();
        resident.opens(URL);
        assertThat(resident.answer().getHeader("Cache-Control")).contains("no-store");
        assertThat(resident.answer().getHeader("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .contains("form-action 'self';");
        assertThat(resident.answer().getHeader("X-Robots-Tag")).contains("noindex");
        assertThat(resident.answer().getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        var leaving = staff.ask(officer, get("/complaint/leave"));
        assertThat(leaving.getStatus()).isEqualTo(303);
        assertThat(leaving.getRedirectedUrl()).isEqualTo("/open");
        assertThat(leaving.getHeader("Clear-Site-Data")).contains("cache", "storage");
        String script = new ClassPathResource("static/js/resident.js").getContentAsString(StandardCharsets.UTF_8);
        assertThat(script).doesNotContain("localStorage", "sessionStorage", "indexedDB", "cookie", "http");
        int packed = 0;
        for (String part : List.of("static/js/resident.js", "static/css/resident.css")) {
            packed += packed(new ClassPathResource(part).getContentAsByteArray());
        }
        assertThat(packed).isLessThan(60 * 1024);
    }

    @Test
    void receiptsOfFormsAreForgottenInTime() {
        fileAs(somebody());
        jdbc.sql("update public_filing set at = at - interval '2 days'").update();
        context.getBean(SentOnce.class).forget();
        assertThat(jdbc.sql("select count(*) from public_filing")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private int loose() {
        return jdbc.sql(
                        "select count(*) from file f join public_upload u on u.owner = f.uploaded_by where f.case_id is null")
                .query(Integer.class)
                .single();
    }

    private static int packed(byte[] content) throws java.io.IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(bytes)) {
            packing.write(content);
        }
        return bytes.size();
    }

    private static byte[] png() throws java.io.IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
