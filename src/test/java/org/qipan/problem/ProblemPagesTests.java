package org.qipan.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.file.Files;
import org.qipan.form.Drafts;
import org.qipan.workflow.EngineContext;
import org.qipan.worklist.CaseSearch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest(classes = ProblemNode.class, properties = EngineContext.NO_JOBS)
class ProblemPagesTests {

    @Autowired
    private ProblemStory story;

    @Autowired
    private ProblemSearch search;

    @Autowired
    private ApplicationContext context;

    private MockMvc mvc;

    @BeforeEach
    void begin() {
        story.begin();
        mvc = ProblemDoor.mvc(context);
    }

    @AfterEach
    void end() {
        story.end();
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer =
                mvc.perform(request.locale(Locale.CHINA)).andReturn().getResponse();
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).doesNotContain("??", "th:", "style=", "onclick");
        return answer;
    }

    private String page(String url) throws Exception {
        MockHttpServletResponse answer = ask(get(url));
        assertThat(answer.getStatus()).as(url).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private static MockHttpServletRequestBuilder raising(UUID key, String title, String text) {
        return post("/problems")
                .param("idempotencyKey", key.toString())
                .param("title", title)
                .param("text", text)
                .param("kind", "cooperation")
                .param("place", Ladder.VILLAGE);
    }

    @Test
    void raisesOnceHoweverOftenItIsSent() throws Exception {
        assertThat(page("/problems/new"))
                .contains("新伦村 · village-worker → 民众街道 · township-officer", "110", "写事不写人", "data-draft=\"problem\"")
                .containsOnlyOnce("btn-primary");
        UUID key = UUID.randomUUID();
        MockHttpServletResponse first = ask(raising(key, "路灯不亮", "村口三盏路灯不亮。"));
        assertThat(first.getStatus()).isEqualTo(303);
        assertThat(ask(raising(key, "路灯不亮", "村口三盏路灯不亮。")).getRedirectedUrl()).isEqualTo(first.getRedirectedUrl());
        assertThat(ask(raising(key, "别的事", "另一件。")).getStatus()).isEqualTo(422);
        assertThat(page(String.valueOf(first.getRedirectedUrl())))
                .contains("路灯不亮", "村口三盏路灯不亮。", "新伦村", "正在 民众街道 处理", "本系统自定的期限", "撤回上报")
                .doesNotContain("经办人");
        assertThat(page("/problems")).contains("路灯不亮", "lamp-", "处理中");
    }

    @Test
    void losesNothingTypedWhenItIsRefused() throws Exception {
        MockHttpServletResponse answer =
                ask(raising(UUID.randomUUID(), "", "我写的经过").param("urgent", "true"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("我写的经过", "checked", "selected");
    }

    @Test
    void takesTheWordsOutAtOneTap() throws Exception {
        UUID key = UUID.randomUUID();
        String refused = ask(raising(key, "走访受阻", "有人怀 孕，不便入户")).getContentAsString(StandardCharsets.UTF_8);
        assertThat(refused).contains("请勿记录", "有人怀 孕，不便入户", "name=\"clean\"");
        String url = ask(raising(UUID.randomUUID(), "走访受阻", "有人怀 孕，不便入户").param("clean", "1"))
                .getRedirectedUrl();
        assertThat(page(String.valueOf(url))).contains("有人，不便入户").doesNotContain("怀 孕");
    }

    @Test
    void doesNotExistForWhoeverMayNotSeeIt() throws Exception {
        UUID problem = story.raised();
        Staff stranger = story.ladder.person(new Post("village-worker", Ladder.NEIGHBOUR));
        Staff office = story.ladder.person(new Post("department-officer", Ladder.OFFICE));
        for (Staff other : List.of(stranger, office)) {
            story.as(other);
            assertThat(ask(get("/problems/" + problem)).getStatus()).isEqualTo(404);
            assertThat(ask(post("/problems/" + problem + "/withdrawal")
                                    .param("idempotencyKey", UUID.randomUUID().toString()))
                            .getStatus())
                    .isEqualTo(404);
            for (String tab : List.of("raised", "came", "below")) {
                assertThat(page("/problems?tab=" + tab)).doesNotContain(problem.toString());
            }
        }
        story.as(story.worker);
        assertThat(ask(get("/problems/" + UUID.randomUUID())).getStatus()).isEqualTo(404);
    }

    @Test
    void showsEachUnitWhatConcernsIt() throws Exception {
        UUID problem = story.raised();
        String link = "/problems/" + problem;
        assertThat(page("/problems")).as("own first").contains(link).doesNotContain("下级上报的");
        story.as(story.officer);
        assertThat(page("/problems")).as("to the town first").contains(link, "下级上报的");
        assertThat(page("/problems?tab=below")).contains(link);
        assertThat(page("/problems?tab=raised")).doesNotContain(link);
        story.as(story.city);
        assertThat(page("/problems?tab=came")).doesNotContain(link);
        assertThat(page("/problems?tab=below")).contains(link);
        assertThat(page(link)).as("looks on, has nothing to do").doesNotContain("去办理");
    }

    @Test
    void isFoundByItsTitleOnlyByThoseWhoMaySeeIt() throws Exception {
        String url = ask(raising(UUID.randomUUID(), "桥灯坏了一盏", "桥上很暗。")).getRedirectedUrl();
        for (Staff reader : List.of(story.worker, story.officer, story.city)) {
            assertThat(search.find("桥灯", reader, 20))
                    .extracting(CaseSearch.Found::url)
                    .containsExactly(url);
        }
        assertThat(search.find("桥灯", story.ladder.person(new Post("village-worker", Ladder.NEIGHBOUR)), 20))
                .isEmpty();
        assertThat(search.find("没有这样的题目", story.worker, 20)).isEmpty();
    }

    @Test
    void filtersByStateAndSaysWhatToDoWhenThereIsNothing() throws Exception {
        Staff alone = story.ladder.person(new Post("village-head", Ladder.NEIGHBOUR));
        story.as(alone);
        assertThat(page("/problems")).contains("还没有上报过问题", "点“上报问题”");
        UUID problem = story.raised(alone, ProblemKind.FIGURES, false, false);
        assertThat(page("/problems?state=open")).contains(problem.toString());
        assertThat(page("/problems?state=answered"))
                .doesNotContain(problem.toString())
                .contains("没有这种状态的问题");
        story.withdraws(problem, alone);
        assertThat(page("/problems?state=closed")).contains(problem.toString(), "已撤回");
        assertThat(page("/problems?state=nonsense&tab=nonsense")).contains(problem.toString());
    }

    @Test
    void pagesFromTheNewestToTheOldest() throws Exception {
        Staff busy = story.ladder.person(new Post("liaison", Ladder.NEIGHBOUR));
        UUID oldest = story.raised(busy, ProblemKind.OTHER, false, false);
        for (int i = 1; i <= 20; i++) {
            story.at(ProblemStory.FRIDAY.plusSeconds(i));
            story.raised(busy, ProblemKind.OTHER, false, false);
        }
        story.as(busy);
        String first = page("/problems");
        assertThat(first).doesNotContain(oldest.toString());
        String next = first.replaceAll(
                        "(?s).*href=\"([^\"]*)\"[^>]*rel=\"next\".*|.*rel=\"next\"[^>]*href=\"([^\"]*)\".*", "$1$2")
                .replace("&amp;", "&");
        assertThat(page(next)).contains(oldest.toString(), "回到最新").doesNotContain("rel=\"next\"");
    }

    @Test
    void leadsBackToTheTaskItCameFromForThoseWhoMayReadIt() throws Exception {
        UUID first = story.raised();
        long item = story.item(first, ProblemProcess.HANDLE);
        story.as(story.officer);
        assertThat(page("/tasks/" + item)).contains("/problems/new?item=" + item);
        assertThat(page("/problems/new?item=" + item))
                .contains(
                        "来自", "/tasks/" + item, "name=\"item\"", "data-draft-url=\"/problems/new?item=" + item + "\"");
        String url = ask(raising(UUID.randomUUID(), "口径要上级定", "需要市里定。").param("item", String.valueOf(item)))
                .getRedirectedUrl();
        assertThat(page(String.valueOf(url))).contains("/tasks/" + item);
        Staff newcomer = story.ladder.person(new Post("liaison", Ladder.TOWN));
        story.as(newcomer);
        assertThat(page(String.valueOf(url))).doesNotContain("/tasks/" + item);
        assertThat(page("/problems/new?item=" + item)).doesNotContain("/tasks/" + item);
    }

    @Test
    void theTaskShowsTheProblemAndOffersOnlyWhatCanBeDone() throws Exception {
        UUID problem = story.raised(ProblemKind.CONDUCT, true, false);
        story.as(story.officer);
        String task = page("/tasks/" + story.item(problem, ProblemProcess.HANDLE));
        assertThat(task).contains("紧急：处理上报的问题", "两个部门要求的表不同。", "本级解决不了，上报上级", "退回上报人补充情况");
        assertThat(page("/worklist"))
                .contains("紧急：处理上报的问题")
                .as("not among the campaigns of the filter")
                .doesNotContain("<option value=\"" + problem);
        story.passesUp(problem, story.officer);
        story.as(story.city);
        assertThat(page("/tasks/" + story.item(problem, ProblemProcess.HANDLE)))
                .contains("已解决或答复上报人")
                .doesNotContain("本级解决不了，上报上级");
        assertThat(page("/problems/" + problem)).contains("去办理", "需要市里统一口径。");
    }

    @Test
    void whoComesSecondReadsThatItIsDone() throws Exception {
        UUID problem = story.raised();
        long item = story.item(problem, ProblemProcess.HANDLE);
        story.answers(problem, story.officer);
        Staff colleague = story.ladder.person(new Post("township-officer", Ladder.TOWN));
        story.as(colleague);
        MockHttpServletResponse answer = ask(post("/tasks/" + item + "/completion")
                .param("idempotencyKey", UUID.randomUUID().toString())
                .param("version", "0")
                .param("decision", "answer")
                .param("answer", "我也写了答复"));
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("我也写了答复", "已由 民众街道 · township-officer");
    }

    @Test
    void aWordThatIsNotHeldIsRefusedInAnAnswerToo() throws Exception {
        UUID problem = story.raised();
        story.as(story.officer);
        MockHttpServletResponse answer =
                ask(post("/tasks/" + story.item(problem, ProblemProcess.HANDLE) + "/completion")
                        .param("idempotencyKey", UUID.randomUUID().toString())
                        .param("version", "0")
                        .param("decision", "answer")
                        .param("answer", "住户身份证 110101199003078888"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("请勿记录");
        assertThat(story.now(problem).state()).isEqualTo("open");
    }

    @Test
    void isTakenBackOnItsPage() throws Exception {
        UUID problem = story.raised();
        MockHttpServletResponse answer = ask(post("/problems/" + problem + "/withdrawal")
                .param("idempotencyKey", UUID.randomUUID().toString())
                .param("reason", "已自行解决"));
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(page("/problems/" + problem)).contains("已撤回", "已自行解决").doesNotContain("name=\"reason\"");
        UUID answered = story.raised();
        story.answers(answered, story.officer);
        story.as(story.worker);
        assertThat(ask(post("/problems/" + answered + "/withdrawal")
                                .param("idempotencyKey", UUID.randomUUID().toString()))
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void offersWhatWasTypedAndNotSent(@Autowired Drafts drafts) throws Exception {
        drafts.save(
                story.worker.id(), "problem", "上报问题", "/problems/new", "{\"title\":[\"没写完的\"],\"text\":[\"刚开了个头\"]}");
        assertThat(page("/problems/new")).contains("draft=restore").doesNotContain("没写完的");
        assertThat(page("/problems/new?draft=restore")).contains("没写完的", "刚开了个头");
        ask(raising(UUID.randomUUID(), "写完了", "都在这里。"));
        assertThat(drafts.find(story.worker.id(), "problem")).isEmpty();
    }

    @Test
    void whatIsAttachedIsForThoseWhoSeeTheProblem(@Autowired Files files) throws Exception {
        var file = files.store(
                new java.io.ByteArrayInputStream("样表".getBytes(StandardCharsets.UTF_8)), "样表.txt", story.worker.id());
        String url = ask(raising(UUID.randomUUID(), "样表不一致", "见附件。")
                        .param("files", file.id().toString()))
                .getRedirectedUrl();
        assertThat(page(String.valueOf(url))).contains("样表.txt");
        assertThat(files.readable(file.id(), story.officer)).isPresent();
        Staff stranger = story.ladder.person(new Post("village-worker", Ladder.NEIGHBOUR));
        assertThat(files.readable(file.id(), stranger)).isEmpty();
    }

    @Test
    void saysSoWhereNobodyAboveWorksYet() throws Exception {
        story.as(story.city);
        assertThat(page("/problems/new")).contains("上面还没有可以受理的单位").doesNotContain("name=\"title\"");
        assertThat(ask(raising(UUID.randomUUID(), "x", "y")).getStatus()).isEqualTo(422);
    }

    @Test
    void speaksEnglishToo() throws Exception {
        UUID problem = story.raised();
        for (String url : List.of("/problems", "/problems/new", "/problems/" + problem)) {
            String page = mvc.perform(get(url).locale(Locale.ENGLISH))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            assertThat(page).contains("roblem").doesNotContain("??", "上报问题", "问题类型", "处理中");
        }
    }
}
