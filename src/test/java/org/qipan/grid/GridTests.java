package org.qipan.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.absence.Town;
import org.qipan.directory.Staff;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** 同类办理: what one row lacks keeps none of the others, and nothing typed is lost. */
class GridTests {

    private static final String OFFICER = "township-officer@" + Town.TOWN;

    private final Town town = new Town();
    private final List<Long> items = new ArrayList<>();
    private Staff officer;

    @BeforeEach
    void someItems() {
        officer = town.room.employ("李四", OFFICER);
        UUID caseId = town.room.openCase(officer, "6月集中服务活动");
        for (int i = 0; i < 3; i++) {
            items.add(town.room.task(caseId, OFFICER, null));
        }
    }

    @AfterEach
    void close() {
        town.close();
    }

    private String address() {
        return "/worklist/grid?ids=" + items.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private MockHttpServletRequestBuilder rows(UUID key, String... opinions) {
        MockHttpServletRequestBuilder request = post("/worklist/grid");
        for (int i = 0; i < opinions.length; i++) {
            String prefix = "i" + items.get(i) + ".";
            request.param("ids", items.get(i).toString())
                    .param(prefix + "key", new UUID(key.getMostSignificantBits(), i).toString())
                    .param(prefix + "version", "0")
                    .param(prefix + "opinion", opinions[i]);
        }
        return request;
    }

    private List<Long> open() {
        return town.items(officer, "/worklist");
    }

    @Test
    void theListOffersThemAndThePageHasARowForEach() {
        assertThat(town.page(officer, "/worklist")).contains("同类办理所选", "name=\"ids\" value=\"" + items.get(0));
        String page = town.page(officer, address());
        items.forEach(
                item -> assertThat(page).contains("name=\"i" + item + ".opinion\"", "id=\"f-i" + item + "-opinion\""));
        assertThat(page).contains("提交全部");
    }

    @Test
    void takesWhatIsCompleteAndKeepsWhatIsNot() throws Exception {
        MockHttpServletResponse answer = town.ask(officer, rows(UUID.randomUUID(), "同意", " ", "也同意"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("已提交 2 件，还有 1 件", "field-error");
        assertThat(open()).containsExactly(items.get(1));
    }

    @Test
    void aRuleThatForbidsOneKeepsItsTextAndADraft() throws Exception {
        town.room.page.refusal = new org.qipan.worklist.Refused("task.refused.unclaimed");
        MockHttpServletResponse answer = town.ask(officer, rows(UUID.randomUUID(), "同意甲", "同意乙"));
        assertThat(answer.getContentAsString()).contains("同意甲", "同意乙", "请先签收");
        assertThat(open()).hasSize(3);
        assertThat(town.page(officer, address())).as("drafts come back").contains("同意甲", "同意乙");
    }

    @Test
    void oneRowCanBeSubmittedAlone() throws Exception {
        MockHttpServletResponse answer = town.ask(
                officer,
                rows(UUID.randomUUID(), "同意甲", "同意乙").param("only", items.get(0).toString()));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).contains("同意乙", "已提交 1 件");
        assertThat(open()).containsExactly(items.get(1), items.get(2));
    }

    @Test
    void sentTwiceItDoesNothingTwice() throws Exception {
        UUID key = UUID.randomUUID();
        assertThat(town.ask(officer, rows(key, "同意", "同意")).getStatus()).isEqualTo(200);
        town.ask(officer, rows(key, "同意", "同意"));
        assertThat(town.room.page.completed).hasValue(2);
    }

    @Test
    void somebodyElseWasFaster() throws Exception {
        Staff colleague = town.room.employ("王五", OFFICER);
        town.complete(colleague, items.get(0));
        MockHttpServletResponse answer = town.ask(officer, rows(UUID.randomUUID(), "同意", "同意"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(open()).containsExactly(items.get(2));
    }

    @Test
    void leavesOutWhatHasAnotherFormOrIsNotHis() {
        town.room
                .jdbc
                .sql("update work_item set key = 'Task_Other' where id = ?")
                .param(items.get(2))
                .update();
        assertThat(town.page(officer, address())).contains("另有 1 件没有列出");
        Staff stranger = town.room.employ("赵六", "village-worker@" + Town.VILLAGE);
        assertThat(town.page(stranger, address())).contains("没有选中").doesNotContain("走访服务");
    }
}
