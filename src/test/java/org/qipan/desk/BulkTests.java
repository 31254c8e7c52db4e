package org.qipan.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qipan.casefile.Exclusions;
import org.qipan.directory.Staff;
import org.qipan.worklist.Copies;
import org.qipan.worklist.Workroom;

/** All rows at once: the look beforehand, every row answered for, and the way back. */
class BulkTests {

    private final VillageList list = new VillageList();
    private final Workroom room = list.room;
    private final Staff officer = list.officer;
    private final Staff worker = list.worker;
    private final UUID caseId = list.caseId;
    private final Copies copies = room.bean(Copies.class);

    @AfterEach
    void close() {
        list.close();
    }

    private void sent(String... subjects) {
        for (String subject : subjects) {
            copies.send(caseId, subject, null, VillageList.WORKER, officer.id());
        }
    }

    private List<Long> unread() {
        return room.jdbc
                .sql("select id from work_copy where read_at is null order by id")
                .query(Long.class)
                .list();
    }

    private static String joined(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    @Test
    void marksAllThatMatchesAsReadAndNothingElse() throws Exception {
        sent("简报一", "简报二", "会议通知");
        assertThat(room.ask(get("/worklist?tab=toread&text=简报")).getContentAsString())
                .contains("/worklist/reading?tab=toread&amp;text=");
        String look = room.ask(get("/worklist/reading").param("text", "简报")).getContentAsString();
        assertThat(look).contains("简报一", "简报二", "2 件可以标为已阅", "确认标为已阅（2 件）").doesNotContain("会议通知");
        assertThat(unread()).as("looking changes nothing").hasSize(3);

        List<Long> asked = unread().subList(0, 2);
        String result =
                room.ask(post("/worklist/reading").param("ids", joined(asked))).getContentAsString();
        assertThat(result).contains("已标为已阅 2 件，0 件没有改动", "撤销（10 秒内）");
        assertThat(unread()).hasSize(1);
    }

    @Test
    void saysOfEveryRowWhyItWasLeftAlone() throws Exception {
        sent("简报一", "简报二");
        copies.send(caseId, "通报", "/circulars/1", VillageList.WORKER, officer.id());
        List<Long> asked = unread();
        assertThat(room.ask(get("/worklist/reading")).getContentAsString())
                .contains("2 件可以标为已阅，1 件要单独看", "标为已阅就是本单位签收");
        Staff colleague = room.person(VillageList.WORKER);
        copies.read(asked.get(0), colleague);
        room.as(worker);
        assertThat(room.ask(post("/worklist/reading").param("ids", joined(asked)))
                        .getContentAsString())
                .contains("已标为已阅 1 件，2 件没有改动", "已经有人阅过", "标为已阅就是本单位签收");
        assertThat(unread()).as("the receipt is not given in passing").containsExactly(asked.get(2));
    }

    @Test
    void canBeUndoneForTenSecondsByWhoDidIt() throws Exception {
        sent("简报一", "简报二");
        List<Long> asked = unread();
        room.ask(post("/worklist/reading").param("ids", joined(asked)));
        room.person(VillageList.WORKER);
        room.ask(post("/worklist/reading/undo").param("ids", joined(asked)));
        assertThat(unread()).as("a colleague cannot take it back").isEmpty();
        room.as(worker);
        room.clock.advance(Duration.ofSeconds(9));
        room.ask(post("/worklist/reading/undo").param("ids", joined(asked)));
        assertThat(unread()).isEqualTo(asked);

        room.ask(post("/worklist/reading").param("ids", joined(asked)));
        room.clock.advance(Duration.ofSeconds(20));
        room.ask(post("/worklist/reading/undo").param("ids", joined(asked)));
        assertThat(unread()).isEmpty();
    }

    @Test
    void touchesNeitherTheCopiesOfOthersNorThoseOfAnExcludedCase() throws Exception {
        sent("简报一");
        copies.send(caseId, "给别人的", null, VillageList.OFFICER, worker.id());
        UUID other = room.openCase(officer, "另一件");
        copies.send(other, "要回避的", null, VillageList.WORKER, officer.id());
        room.bean(Exclusions.class).exclude(other, worker.id(), null);
        List<Long> all = unread();
        String result =
                room.ask(post("/worklist/reading").param("ids", joined(all))).getContentAsString();
        assertThat(result).contains("已标为已阅 1 件，0 件没有改动").doesNotContain("给别人的", "要回避的");
        assertThat(unread()).containsExactly(all.get(1), all.get(2));
    }

    @Test
    void takesFiveHundredAndSaysThatThereAreMore() throws Exception {
        sent("简报");
        room.jdbc.sql("""
                insert into work_copy (case_id, subject, role, unit, by, at)
                select case_id, subject || n, role, unit, by, at from work_copy, generate_series(1, 600) n
                """).update();
        assertThat(room.ask(get("/worklist/reading")).getContentAsString()).contains("500 件可以标为已阅", "一次最多办 500 件");
        room.ask(post("/worklist/reading").param("ids", joined(unread())));
        assertThat(unread()).hasSize(101);
    }

    @Test
    void urgesAllBelowAndSaysWhomNot() throws Exception {
        List<Long> items = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            items.add(room.task(caseId, VillageList.WORKER, null));
        }
        long elsewhere = room.task(caseId, "village-worker@350212001001", null);
        set(items.get(1), "paused = true");
        set(items.get(2), "blocked = true");
        set(items.get(3), "ended = true");
        room.as(officer);
        room.ask(post("/tasks/" + items.get(4) + "/urges"));
        assertThat(room.ask(get("/worklist?scope=below")).getContentAsString())
                .contains("/worklist/urging?tab=todo&amp;scope=below");
        String look = room.ask(get("/worklist/urging")).getContentAsString();
        assertThat(look).contains("2 件可以催办，4 件不催", "时限停计", "在等它的下级单位", "阶段已关闭", "今天已经催过");
        assertThat(urged()).hasSize(1);

        set(items.get(5), "state = 'done'");
        items.add(elsewhere);
        String result =
                room.ask(post("/worklist/urging").param("ids", joined(items))).getContentAsString();
        assertThat(result).contains("已催办 1 件，5 件没有催", "已经办结", "撤销（10 秒内）");
        assertThat(urged()).containsExactly(items.get(0), items.get(4));
        assertThat(room.ask(post("/worklist/urging").param("ids", joined(items)))
                        .getContentAsString())
                .as("sent again")
                .contains("已催办 0 件，6 件没有催");
    }

    private List<Long> urged() {
        return room.jdbc
                .sql("select item from urge order by item")
                .query(Long.class)
                .list();
    }

    private void set(long item, String what) {
        room.jdbc.sql("update work_item set " + what + " where id = " + item).update();
    }

    @Test
    void whoHasNobodyBelowHasNobodyToUrge() throws Exception {
        long item = room.task(caseId, VillageList.OFFICER, null);
        room.as(worker);
        assertThat(room.ask(get("/worklist/urging")).getStatus()).isEqualTo(404);
        assertThat(room.ask(post("/worklist/urging").param("ids", "" + item)).getStatus())
                .isEqualTo(404);
        room.as(officer);
        assertThat(room.ask(post("/worklist/urging").param("ids", "" + item)).getContentAsString())
                .as("his own work is not below him")
                .contains("已催办 0 件，0 件没有催");
    }
}
