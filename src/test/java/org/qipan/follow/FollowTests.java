package org.qipan.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.absence.Town;
import org.qipan.casefile.Exclusions;
import org.qipan.directory.Staff;

/** 关注, and why something can be seen or not. */
class FollowTests {

    private static final String OFFICER = "township-officer@" + Town.TOWN;

    private final Town town = new Town();
    private Staff officer;
    private Staff colleague;
    private Staff worker;
    private UUID caseId;
    private long item;

    @BeforeEach
    void anItem() {
        officer = town.room.employ("李四", OFFICER);
        colleague = town.room.employ("王五", OFFICER);
        worker = town.room.employ("赵六", "village-worker@" + Town.VILLAGE);
        caseId = town.room.openCase(officer, "6月集中服务活动");
        item = town.room.task(caseId, OFFICER, null);
    }

    @AfterEach
    void close() {
        town.close();
    }

    private void follow() {
        assertThat(town.page(officer, "/tasks/" + item)).contains("关注</button>");
        assertThat(town.send(officer, "/worklist/follows/" + caseId, "on", "true", "back", "/tasks/" + item)
                        .getHeader("Location"))
                .isEqualTo("/tasks/" + item);
    }

    @Test
    void whatOthersChangedIsMarkedUntilItIsOpened() {
        assertThat(town.page(officer, "/worklist/follows")).contains("还没有关注的事项");
        follow();
        assertThat(town.page(officer, "/worklist/follows")).contains("6月集中服务活动").doesNotContain("有变化</span>");
        town.room.clock.advance(Duration.ofMinutes(1));
        town.send(officer, "/tasks/" + item + "/copies", "to", "village-worker@" + Town.VILLAGE);
        assertThat(town.page(officer, "/worklist/follows"))
                .as("what he did himself is no news")
                .doesNotContain("有变化</span>");
        town.send(colleague, "/tasks/" + item + "/errand", "doer", officer.id().toString());
        assertThat(town.page(officer, "/worklist/follows")).contains("有变化</span>", "请人代办");
        town.room.clock.advance(Duration.ofMinutes(1));
        assertThat(town.ask(
                                officer,
                                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(
                                        "/worklist/follows/" + caseId))
                        .getHeader("Location"))
                .isEqualTo("/campaigns/" + caseId);
        assertThat(town.page(officer, "/worklist/follows")).doesNotContain("有变化</span>");
        town.send(officer, "/worklist/follows/" + caseId, "on", "false");
        assertThat(town.page(officer, "/worklist/follows")).contains("还没有关注的事项");
    }

    @Test
    void followingShowsNothingThatMayNotBeSeen() {
        follow();
        town.room.page.visible = false;
        assertThat(town.page(officer, "/worklist/follows")).doesNotContain("6月集中服务活动");
        assertThat(town.send(worker, "/worklist/follows/" + caseId, "on", "true")
                        .getStatus())
                .isEqualTo(404);
        town.room.page.visible = true;
        town.room.bean(Exclusions.class).exclude(caseId, officer.id(), null);
        assertThat(town.page(officer, "/worklist/follows")).doesNotContain("6月集中服务活动");
        assertThat(town.status(officer, "/worklist/follows/" + caseId)).isEqualTo(404);
    }

    @Test
    void whatWasSentForReadingIsTakenBackUntilItIsRead() {
        long copy = send();
        assertThat(town.page(officer, "/tasks/" + item)).contains("对方还没有看");
        town.send(officer, "/tasks/" + item + "/copies/" + copy + "/withdrawal");
        assertThat(town.page(officer, "/tasks/" + item)).contains("撤回送阅").doesNotContain("对方还没有看");
        long read = send();
        town.room
                .jdbc
                .sql("update work_copy set read_at = now() where id = ?")
                .param(read)
                .update();
        town.send(officer, "/tasks/" + item + "/copies/" + read + "/withdrawal");
        assertThat(town.room
                        .jdbc
                        .sql("select count(*) from work_copy")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private long send() {
        town.room
                .bean(org.qipan.worklist.Copies.class)
                .send(caseId, "请阅", null, "village-worker@" + Town.VILLAGE, officer.id());
        return town.room
                .jdbc
                .sql("select max(id) from work_copy")
                .query(Long.class)
                .single();
    }

    @Test
    void saysByWhichRuleSomethingIsSeen() {
        assertThat(town.page(officer, "/worklist/sight?task=" + item)).contains("您任“", "走访服务");
        Staff leader = town.room.employ("孙八", "city-leader@" + Town.CITY);
        assertThat(town.page(leader, "/worklist/sight?task=" + item)).contains("是您岗位以下的单位");
        town.standIn(officer, leader, 3, null);
        assertThat(town.page(leader, "/worklist/sight?task=" + item)).contains("您正在代 李四 工作");
    }

    @Test
    void saysTheSameOfWhatIsHiddenAndOfWhatDoesNotExist() {
        String hidden = town.page(worker, "/worklist/sight?task=" + item);
        assertThat(hidden).contains("按您现在的岗位").doesNotContain("6月集中服务活动", "走访服务");
        assertThat(hidden).isEqualTo(town.page(worker, "/worklist/sight?task=999999"));
    }
}
