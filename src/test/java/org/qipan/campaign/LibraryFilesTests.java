package org.qipan.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.plan.Plan;
import org.qipan.plan.PlanPen;
import org.qipan.plan.PlanText;
import org.qipan.plan.Plans;
import org.qipan.plan.Section;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The files of a plan's library, from the upload to those who read them. */
@CampaignPageTest
@ContextConfiguration(classes = CampaignWorld.class)
class LibraryFilesTests {

    private static final Staff VILLAGER = Town.staff(30, new Post("village-worker", Town.VILLAGES.get(0)));
    private static final Staff STRANGER = Town.staff(31, new Post("village-worker", "440000000000"));

    @Autowired
    private CampaignPages pages;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private PlanFreezer freezer;

    @Autowired
    private Plans plans;

    @Autowired
    private PlanPen pen;

    @Autowired
    private IssuedPlans issued;

    @Autowired
    private JdbcClient jdbc;

    /** Chosen on the page: the answer is the ticked line. */
    private UUID upload(String name) throws Exception {
        MockHttpServletRequestBuilder request = (MockHttpServletRequestBuilder) multipart("/files")
                .file(new MockMultipartFile("file", name, "text/plain", name.getBytes(StandardCharsets.UTF_8)))
                .param("field", "files")
                .header("X-Requested-With", "fetch");
        Matcher line = Pattern.compile("name=\"files\" value=\"([^\"]+)\"").matcher(body(pages.call(request)));
        assertThat(line.find()).isTrue();
        return UUID.fromString(line.group(1));
    }

    private MockHttpServletRequestBuilder ticking(UUID campaign, Object... files) {
        List<String> ids = java.util.Arrays.stream(files).map(Object::toString).toList();
        return pen.save(campaign, Section.LIBRARY, Map.of("files", String.join(",", ids)));
    }

    private UUID withFile(UUID campaign, String name) throws Exception {
        UUID file = upload(name);
        assertThat(pages.call(ticking(campaign, file)).getRedirectedUrl()).endsWith("#library");
        return file;
    }

    private List<Plan.Attached> files(UUID campaign) {
        return plans.latest(campaign).plan().library().files();
    }

    private void issue(UUID campaign) {
        campaigns.submit(campaign);
        campaigns.approved(campaign, Town.CHIEF);
        freezer.freeze(campaign);
    }

    private MockHttpServletResponse reads(Staff staff, UUID file) throws Exception {
        neighbours.staff = staff;
        MockHttpServletResponse response = pages.call(get("/files/{id}", file));
        neighbours.staff = Town.DRAFTER;
        return response;
    }

    private static String body(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    /** As the editor shows the line of a file. */
    private static String line(UUID file, boolean ticked) {
        return "name=\"files\" value=\"" + file + "\"" + (ticked ? "[^>]* checked" : ">");
    }

    @Test
    void theDrafterAttachesTwoFilesAndTheLeaderReadsThemBesideThePlan() throws Exception {
        UUID id = pages.sample();
        UUID guide = upload("走访服务手册.txt");
        UUID card = upload("联系卡.txt");
        pages.call(ticking(id, guide, card));
        assertThat(files(id)).extracting(Plan.Attached::name).containsExactly("走访服务手册.txt", "联系卡.txt");
        assertThat(pages.page("/campaigns/" + id + "/plan"))
                .containsPattern(line(guide, true))
                .contains("<a href=\"/files/" + guide + "\">走访服务手册.txt</a>", "其他附件名称（纸质，每行一个）");

        campaigns.submit(id);
        neighbours.staff = Town.CHIEF;
        String review = body(pages.call(post("/campaigns/{id}/plan/review/funds", id)
                .param("mark", "return")
                .param("remark", "双查")));
        assertThat(review).contains("<a href=\"/files/" + guide + "\">走访服务手册.txt</a>", "1 KB");
        assertThat(body(reads(Town.CHIEF, guide))).isEqualTo("走访服务手册.txt");
    }

    @Test
    void theUnitsReadThemOnceThePlanIsIssuedAndStrangersNever() throws Exception {
        UUID id = pages.sample();
        UUID file = withFile(id, "手册.txt");
        assertThat(reads(VILLAGER, file).getStatus()).isEqualTo(404);
        issue(id);
        neighbours.staff = VILLAGER;
        assertThat(pages.page("/campaigns/" + id)).contains("<a href=\"/files/" + file + "\">手册.txt</a>", "1 KB");
        assertThat(reads(VILLAGER, file).getStatus()).isEqualTo(200);
        assertThat(reads(STRANGER, file).getStatus()).isEqualTo(404);
    }

    @Test
    void theListShowsALinkInBothLanguages() throws Exception {
        UUID id = pages.sample();
        UUID file = withFile(id, "手册.txt");
        pages.speak(Locale.ENGLISH);
        assertThat(pages.page("/campaigns/" + id)).contains("Attachment</strong>", "/files/" + file);
        assertThat(pages.page("/campaigns/" + id + "/plan")).contains("Other attachments on paper, one a line");
    }

    @Test
    void thePublicReadsTheNameOnly() throws Exception {
        UUID id = pages.sample();
        withFile(id, "手册.txt");
        issue(id);
        assertThat(issued.parts(id).stream().flatMap(part -> part.lines().stream()))
                .filteredOn(line -> line.href() != null)
                .extracting(PlanText.Line::label, PlanText.Line::text)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("附件", "手册.txt"));
    }

    @Test
    void aFileOfSomebodyElseIsRefusedBesideTheFieldAndStaysTheirs() throws Exception {
        UUID id = pages.sample();
        neighbours.staff = STRANGER;
        UUID foreign = upload("别人的.txt");
        neighbours.staff = Town.DRAFTER;
        UUID other = pages.sample();
        UUID elsewhere = withFile(other, "另一活动.txt");
        for (UUID file : List.of(foreign, elsewhere, UUID.randomUUID())) {
            MockHttpServletResponse refused = pages.call(ticking(id, file).param("card", "您好"));
            assertThat(refused.getStatus()).isEqualTo(422);
            assertThat(body(refused)).contains("id=\"f-files-error\">这个文件不是您上传的");
        }
        MockHttpServletResponse nonsense = pages.call(ticking(id, "../etc"));
        assertThat(body(nonsense)).contains("id=\"f-files-error\">这个文件不是您上传的");
        assertThat(files(id)).isEmpty();
        assertThat(files(other)).extracting(Plan.Attached::id).containsExactly(elsewhere);
        assertThat(reads(Town.DRAFTER, foreign).getStatus()).isEqualTo(404);
    }

    /** Committed, so that what the refusal undoes is undone. */
    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void aForbiddenWordInItsNameIsRefusedBesideTheFieldAndNothingIsLost() throws Exception {
        UUID id = pages.sample();
        UUID file = upload("双查表.txt");
        try {
            MockHttpServletRequestBuilder request =
                    pen.save(id, Section.LIBRARY, Map.of("files", file.toString(), "card", "您好"));
            MockHttpServletResponse refused = pages.call(request);
            assertThat(refused.getStatus()).isEqualTo(422);
            assertThat(body(refused))
                    .containsPattern("id=\"f-files-error\">[^<]*“双查”不能写进方案")
                    .containsPattern(line(file, true))
                    .contains(">您好</textarea>");
            assertThat(jdbc.sql("select count(*) from file where id = ? and case_id is null")
                            .param(file)
                            .query(Integer.class)
                            .single())
                    .as("it is still the drafter's own")
                    .isEqualTo(1);
            assertThat(pages.page("/campaigns/" + id + "/plan"))
                    .containsPattern(line(file, true))
                    .contains(">您好</textarea>", "您上次没保存的文字");
            assertThat(pages.call(ticking(id)).getRedirectedUrl()).endsWith("#library");
            assertThat(files(id)).isEmpty();
        } finally {
            jdbc.sql("delete from file where id = ?").param(file).update();
            jdbc.sql("delete from campaign_plan where campaign = ?").param(id).update();
            jdbc.sql("delete from campaign where id = ?").param(id).update();
        }
    }

    @Test
    void savingWhileWritingKeepsTheTicks() throws Exception {
        UUID id = pages.sample();
        UUID file = upload("手册.txt");
        MockHttpServletResponse saved = pages.call(ticking(id, file).param("auto", "1"));
        assertThat(body(saved)).contains("已保存");
        assertThat(files(id)).extracting(Plan.Attached::id).containsExactly(file);

        UUID second = upload("第二.txt");
        MockHttpServletRequestBuilder unsaved =
                pen.save(id, Section.LIBRARY, Map.of("files", file + "," + second, "card", "双查"));
        assertThat(pages.call(unsaved.param("auto", "1")).getStatus()).isEqualTo(422);
        assertThat(pages.page("/campaigns/" + id + "/plan"))
                .containsPattern(line(file, true))
                .containsPattern(line(second, true));
    }

    @Test
    void withoutJavaScriptTheUploadOfAnotherWindowIsOfferedAfterAskingAgain() throws Exception {
        UUID id = pages.sample();
        String window = body(pages.call((MockHttpServletRequestBuilder)
                multipart("/files").file(new MockMultipartFile("file", "手册.txt", "text/plain", new byte[] {'a'}))));
        assertThat(window).contains("已上传：手册.txt");
        UUID file = jdbc.sql("select id from file where uploaded_by = ? and case_id is null")
                .param(Town.DRAFTER.id())
                .query(UUID.class)
                .single();
        MockHttpServletRequestBuilder again =
                pen.save(id, Section.LIBRARY, Map.of("card", "没写完")).param("_refresh", "1");
        assertThat(body(pages.call(again))).containsPattern(line(file, false)).contains(">没写完</textarea>");
        assertThat(plans.latest(id).plan().library().card()).isNotEqualTo("没写完");
    }

    @Test
    void aDraftThatUnticksAFileNoLongerNamesItButNobodyLosesIt() throws Exception {
        UUID id = pages.sample();
        UUID file = withFile(id, "手册.txt");
        campaigns.submit(id);
        campaigns.mark(id, Section.LIBRARY, "换一本");
        campaigns.returned(id, Town.CHIEF);
        pages.call(ticking(id));
        assertThat(files(id)).isEmpty();
        assertThat(jdbc.sql(
                                "select plan -> 'library' -> 'files' -> 0 ->> 'name' from campaign_plan where campaign = ? and version = 1")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("手册.txt");
        assertThat(reads(Town.CHIEF, file).getStatus()).isEqualTo(200);
        pages.call(ticking(id, file));
        assertThat(files(id)).extracting(Plan.Attached::name).containsExactly("手册.txt");
    }

    @Test
    void aNewCampaignHasItsOwnCopyOfTheFilesOfTheOldOne() throws Exception {
        UUID old = pages.sample();
        UUID file = withFile(old, "手册.txt");
        String location = pages.call(post("/campaigns")
                        .param("idempotencyKey", UUID.randomUUID().toString())
                        .param("name", "2019服务活动")
                        .param("from", old.toString()))
                .getRedirectedUrl();
        UUID id = UUID.fromString(String.valueOf(location).split("/")[2]);
        UUID copy = files(id).get(0).id();
        assertThat(copy).isNotEqualTo(file);
        jdbc.sql("delete from file where id = ?").param(file).update();
        issue(id);
        assertThat(body(reads(VILLAGER, copy))).isEqualTo("手册.txt");
    }

    @Test
    void aSectionChangedBySomeoneElseShowsNamesNotIds() throws Exception {
        UUID id = pages.sample();
        UUID mine = upload("我的.txt");
        MockHttpServletRequestBuilder stale = ticking(id, mine);
        withFile(id, "别人的.txt");
        MockHttpServletResponse conflict = pages.call(stale);
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(body(conflict)).contains("<td>我的.txt</td><td>别人的.txt</td>", "name=\"files\" value=\"" + mine + "\"");
    }
}
