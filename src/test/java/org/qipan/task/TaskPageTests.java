package org.qipan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.desk.Today;
import org.qipan.desk.Workbench;
import org.qipan.directory.Staff;
import org.qipan.form.Drafts;
import org.qipan.worklist.CasePage;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Worklist;
import org.qipan.worklist.Workroom;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class TaskPageTests {

    private static final String WORKER = "village-worker@" + Workroom.VILLAGE;

    private final Workroom room = new Workroom();
    private final MockMvc mvc = room.mvc();
    private Staff worker;
    private long id;

    @BeforeEach
    void oneTask() {
        room.person("village-head@" + Workroom.VILLAGE);
        worker = room.person(WORKER);
        id = room.task(room.openCase(worker, "6月集中服务活动"), WORKER, Instant.parse("2026-11-30T16:00:00Z"));
    }

    @AfterEach
    void close() {
        room.context.close();
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = mvc.perform(
                        request.with(user("u")).with(csrf()).locale(java.util.Locale.CHINA))
                .andReturn()
                .getResponse();
        assertThat(answer.getContentAsString()).doesNotContain("??", "th:", "style=", "onclick");
        return answer;
    }

    private MockHttpServletRequestBuilder completion(UUID key, int version, String opinion) {
        return post("/tasks/" + id + "/completion")
                .param("idempotencyKey", key.toString())
                .param("version", String.valueOf(version))
                .param("opinion", opinion);
    }

    @Test
    void listShowsTheItemWithLampPostAndLink() throws Exception {
        String page = ask(get("/worklist")).getContentAsString();
        assertThat(page).contains("走访服务", "6月集中服务活动", "lamp-", "/tasks/" + id, Workroom.VILLAGE + " · village-worker");
    }

    @Test
    void everyListHasAPageAndEmptyListsSayWhatToDo() throws Exception {
        room.person("township-officer@" + Workroom.TOWN);
        for (String tab : new String[] {"todo", "toread", "done", "started", "drafts", "nonsense"}) {
            assertThat(ask(get("/worklist?tab=" + tab)).getContentAsString()).contains("empty-title");
        }
        assertThat(ask(get("/worklist?tab=todo&scope=below")).getContentAsString())
                .contains("/tasks/" + id);
        assertThat(ask(get("/worklist?text=无")).getContentAsString()).contains("没有符合筛选条件的事项");
        room.person();
        assertThat(ask(get("/worklist")).getContentAsString()).contains("您目前没有岗位");
    }

    @Test
    void taskPageHasOneFilledButtonFormRulerAndMore() throws Exception {
        room.page.items = Map.of("7", "张贴横幅");
        String page = ask(get("/tasks/" + id)).getContentAsString();
        assertThat(page)
                .contains(
                        "name=\"opinion\"", "提交并下一件", "退回修改", "转办", "送阅", "批注", "term-line", "data-draft=\"task:" + id);
        assertThat(page.split("btn-primary", -1)).hasSize(2);
    }

    @Test
    void completesOnceAndGoesToTheNextItem() throws Exception {
        long second = room.task(room.page.facts.caseId(), WORKER, null);
        UUID key = UUID.randomUUID();
        assertThat(ask(completion(key, 0, "同意").param("next", "1")).getRedirectedUrl())
                .isEqualTo("/tasks/" + second);
        MockHttpServletResponse again = ask(completion(key, 0, "同意").param("next", "1"));
        assertThat(again.getStatus()).isEqualTo(303);
        assertThat(again.getRedirectedUrl()).isEqualTo("/tasks/" + second);
        assertThat(room.page.completed).hasValue(1);
        assertThat(room.page.accepted).containsEntry("opinion", "同意");
        assertThat(ask(get("/worklist?tab=done")).getContentAsString()).contains("办理");
        assertThat(ask(get("/tasks/" + id)).getContentAsString()).contains("已由").doesNotContain("name=\"opinion\"");
    }

    @Test
    void aRefusedSubmissionKeepsWhatWasTypedOnThePageAndAsADraft() throws Exception {
        room.page.refusal = new Refused("task.refused.remark");
        MockHttpServletResponse answer = ask(completion(UUID.randomUUID(), 0, "我写的意见"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("我写的意见", "请至少选一项，每项写明要改什么。");
        assertThat(room.bean(Drafts.class).find(worker.id(), "task:" + id)).isPresent();
        assertThat(ask(get("/tasks/" + id)).getContentAsString())
                .contains("draft=restore")
                .doesNotContain("我写的意见");
        assertThat(ask(get("/tasks/" + id + "?draft=restore")).getContentAsString())
                .contains("我写的意见");
    }

    @Test
    void anEmptyRequiredFieldIsAskedForAgain() throws Exception {
        assertThat(ask(completion(UUID.randomUUID(), 0, "")).getStatus()).isEqualTo(422);
        assertThat(room.page.completed).hasValue(0);
    }

    @Test
    void whoComesSecondReadsWhoWasFasterAndKeepsHisText() throws Exception {
        ask(completion(UUID.randomUUID(), 0, "第一个"));
        Staff colleague = room.person(WORKER);
        MockHttpServletResponse answer = ask(completion(UUID.randomUUID(), 0, "第二个人写的"));
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString())
                .contains("已由 " + Workroom.VILLAGE + " · village-worker 于 2026-11-20 办理", "第二个人写的");
        assertThat(room.bean(Drafts.class).find(colleague.id(), "task:" + id)).isPresent();
    }

    @Test
    void returnsChosenItemsWithARemarkEach() throws Exception {
        room.page.items = Map.of("7", "张贴横幅", "8", "讲座");
        MockHttpServletRequestBuilder without = post("/tasks/" + id + "/return")
                .param("idempotencyKey", UUID.randomUUID().toString())
                .param("version", "0")
                .param("item", "7");
        assertThat(ask(without).getStatus()).isEqualTo(422);
        MockHttpServletRequestBuilder with = post("/tasks/" + id + "/return")
                .param("idempotencyKey", UUID.randomUUID().toString())
                .param("version", "0")
                .param("item", "7")
                .param("remark.7", "差一条");
        assertThat(ask(with).getStatus()).isEqualTo(303);
        assertThat(room.page.accepted).isEqualTo(Map.of(CasePage.RETURNED, Map.of("7", "差一条")));
    }

    @Test
    void theLastFiveRemarksAreOfferedToWhoWroteThem() throws Exception {
        UUID caseId = room.page.facts.caseId();
        room.page.items = Map.of("7", "张贴横幅");
        for (int i = 1; i <= 6; i++) {
            long one = room.task(caseId, WORKER, null);
            room.clock.advance(java.time.Duration.ofMinutes(1));
            ask(post("/tasks/" + one + "/return")
                    .param("idempotencyKey", UUID.randomUUID().toString())
                    .param("version", "0")
                    .param("item", "7")
                    .param("remark.7", "差" + i + "条"));
        }
        assertThat(ask(get("/tasks/" + id)).getContentAsString())
                .contains("list=\"return-remarks\"", "<option value=\"差6条\">", "<option value=\"差2条\">")
                .doesNotContain("差1条");
        room.person(WORKER);
        assertThat(ask(get("/tasks/" + id)).getContentAsString()).doesNotContain("<option value=\"差6条\">");
    }

    @Test
    void whatAPersonMayNotSeeDoesNotExist() throws Exception {
        room.person("village-worker@442000007002");
        for (MockHttpServletRequestBuilder request : new MockHttpServletRequestBuilder[] {
            get("/tasks/" + id),
            get("/tasks/" + id + "/course"),
            completion(UUID.randomUUID(), 0, "x"),
            post("/tasks/" + id + "/claim")
                    .param("idempotencyKey", UUID.randomUUID().toString()),
            post("/tasks/" + id + "/notes")
                    .param("idempotencyKey", UUID.randomUUID().toString())
                    .param("text", "x"),
            post("/tasks/" + id + "/urges"),
            post("/worklist/copies/1/reading"),
            get("/tasks/999999")
        }) {
            assertThat(ask(request).getStatus()).isEqualTo(404);
        }
    }

    @Test
    void whoLooksOnFromAboveMayUrgeAndCommentButNotDo() throws Exception {
        room.person("township-officer@" + Workroom.TOWN);
        assertThat(ask(get("/tasks/" + id)).getContentAsString())
                .contains("催办", "流程图")
                .doesNotContain("提交并下一件");
        assertThat(ask(completion(UUID.randomUUID(), 0, "x")).getStatus()).isEqualTo(404);
        assertThat(ask(post("/tasks/" + id + "/urges")).getStatus()).isEqualTo(303);
        assertThat(ask(get("/tasks/" + id + "/course")).getContentAsString())
                .contains("核对报送", "进行中", "已经过", "data-active data-node=\"b\">1<");
    }

    @Test
    void reroutesWithAReasonAndOnlyToAPostSomebodyHolds() throws Exception {
        MockHttpServletRequestBuilder nobody = post("/tasks/" + id + "/route")
                .param("idempotencyKey", UUID.randomUUID().toString())
                .param("to", "liaison@" + Workroom.VILLAGE)
                .param("reason", "不属本岗位");
        var refused = mvc.perform(nobody.with(user("u")).with(csrf()).locale(java.util.Locale.CHINA))
                .andReturn();
        assertThat(ask(get("/tasks/" + id).flashAttrs(refused.getFlashMap())).getContentAsString())
                .as("nothing typed is lost")
                .contains("没有转办", ">不属本岗位</textarea>");
        assertThat(room.bean(Worklist.class).find(id).orElseThrow().post().role())
                .isEqualTo("village-worker");
        ask(post("/tasks/" + id + "/route")
                .param("idempotencyKey", UUID.randomUUID().toString())
                .param("to", "village-head@" + Workroom.VILLAGE)
                .param("reason", "不属本岗位"));
        assertThat(room.bean(Worklist.class).find(id).orElseThrow().post().role())
                .isEqualTo("village-head");
        assertThat(ask(get("/worklist?tab=done")).getContentAsString()).contains("转办");
    }

    @Test
    void theWorkbenchShowsWhatIsDueAndWhatWasDone() throws Exception {
        ask(completion(UUID.randomUUID(), 0, "同意"));
        room.task(room.page.facts.caseId(), WORKER, Instant.parse("2026-11-20T16:00:00Z"));
        room.task(room.page.facts.caseId(), WORKER, Instant.parse("2026-11-23T16:00:00Z"));
        Today today = room.bean(Workbench.class).today(worker);
        assertThat(today.dueToday()).isEqualTo(1);
        assertThat(today.dueThisWeek()).isEqualTo(1);
        assertThat(today.latest()).hasSize(1);
        assertThat(today.nextDay()).isEqualTo("2026-11-23");
        assertThat(ask(get("/test/today")).getContentAsString()).contains("今天要办", "去办");
        assertThat(ask(get("/test/latest")).getContentAsString()).contains("最近办的", "办理");
    }

    @Test
    void attachesAFileOnceAndRefusesAProgram() throws Exception {
        UUID key = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            var file = new org.springframework.mock.web.MockMultipartFile(
                    "file", "说明.txt", "text/plain", "走访说明".getBytes("UTF-8"));
            ask(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart("/tasks/" + id + "/files")
                    .file(file)
                    .param("idempotencyKey", key.toString()));
        }
        assertThat(ask(get("/tasks/" + id)).getContentAsString().split("说明.txt</a>", -1))
                .hasSize(2);
        var program = new org.springframework.mock.web.MockMultipartFile(
                "file", "a.txt", "text/plain", new byte[] {'M', 'Z', 0, 1, 2, 3});
        ask(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart("/tasks/" + id + "/files")
                .file(program)
                .param("idempotencyKey", UUID.randomUUID().toString()));
        assertThat(ask(get("/tasks/" + id)).getContentAsString()).doesNotContain("a.txt</a>");
    }
}
