package org.qipan.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qipan.staff.Office.text;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.staff.Office;
import org.springframework.mock.web.MockHttpServletResponse;

class HandoverTests {

    private static final String HEAD = "village-head@" + Office.VILLAGE;
    private static final String OTHER_HEAD = "village-head@" + Office.OTHER;

    private final Office office = new Office();
    private Staff old;
    private Staff other;
    private Staff next;

    @BeforeEach
    void work() {
        old = office.room.employ("老主任", HEAD, "village-worker@" + Office.VILLAGE);
        other = office.room.employ("邻村主任", OTHER_HEAD);
        next = office.room.employ("新主任");
        UUID one = office.room.openCase(old, "清洁家园");
        for (int i = 0; i < 7; i++) {
            office.room.task(one, HEAD, null);
        }
        office.room.task(one, OTHER_HEAD, null);
    }

    @AfterEach
    void close() {
        office.close();
    }

    /** The first row of the sheet, the head's of the village, given to the next one. @param more fields */
    private MockHttpServletResponse hand(String... more) {
        return send(all(row(0, HEAD, old), "taker0", username(next)), more);
    }

    private MockHttpServletResponse send(String[] rows, String... more) {
        return office.send(office.system, "/staff/handover", all(rows, more));
    }

    private static String[] row(int at, String post, Staff giver) {
        return new String[] {"post" + at, post, "giver" + at, giver.id().toString()};
    }

    private static String[] all(String[] fields, String... more) {
        return Stream.concat(Stream.of(fields), Stream.of(more)).toArray(String[]::new);
    }

    private String username(Staff staff) {
        return staff.name() + " " + staff.username();
    }

    /** Open items of posts that nobody holds. */
    private int orphans() {
        return office.room.jdbc.sql("""
                        select count(*) from work_item i where i.state = 'open' and not exists (
                            select 1 from staff_post p join staff s on s.id = p.staff and s.enabled and not s.disabled_here
                            where p.role = i.role and p.unit = i.unit)
                        """).query(Integer.class).single();
    }

    @Test
    void listsEveryPostWithItsHolderAndWhatWaitsInIt() {
        assertThat(office.page(office.system, "/staff/handover?unit=" + Office.TOWN + "&role=village-head"))
                .contains("老主任", "邻村主任", "未办结 7 件", "未办结 1 件", "新主任 " + next.username());
        assertThat(office.page(office.system, "/staff/handover?from=" + old.id()))
                .contains("老主任", "未办结 7 件", "未办结 0 件")
                .doesNotContain("邻村主任</strong>");
        Staff far = office.room.employ("远方", "district-officer@" + Office.ELSEWHERE);
        assertThat(office.ask(office.system, "/staff/handover?from=" + far.id()).getStatus())
                .isEqualTo(404);
        assertThat(office.page(office.system, "/staff/handover?unit=" + Office.BUREAU))
                .contains("这里没有可交接的岗位");
    }

    @Test
    void afterwardsNoOpenItemIsWithoutAHolderAndTheSuccessorReadsWhatHeTookOver() {
        assertThat(text(hand("leaves0", "yes"))).contains("共交接 7 件未办结事项", "交给 新主任", "老主任 同时离岗");
        assertThat(office.person(next.id()).posts()).isEmpty();
        assertThat(text(hand("leaves0", "yes", "edit", "yes"))).contains("value=\"新主任 " + next.username(), "checked");

        MockHttpServletResponse done = hand("leaves0", "yes", "confirm", "yes");

        assertThat(done.getStatus()).isEqualTo(303);
        assertThat(office.page(office.system, String.valueOf(done.getHeader("Location"))))
                .contains("老主任", "新主任", "交出人已离岗");
        assertThat(office.person(next.id()).posts()).containsExactly(Post.of(HEAD));
        assertThat(office.person(old.id()).enabled()).isFalse();
        assertThat(orphans()).isZero();
        Staff successor = office.person(next.id());
        assertThat(office.room.bean(Takeovers.class).count(successor)).contains(7);
        assertThat(office.page(successor, "/takeovers")).contains("您接手的 7 件事", "由 老主任 交来", "/tasks/");
        office.send(successor, "/takeovers/seen");
        assertThat(office.room.bean(Takeovers.class).count(successor)).isEmpty();
        assertThat(office.audited()).contains("staff.audit.moved");
    }

    @Test
    void aPostWithOpenWorkCannotBeLeftWithoutASuccessor() {
        MockHttpServletResponse alone = send(row(0, HEAD, old), "leaves0", "yes", "confirm", "yes");
        assertThat(alone.getStatus()).isEqualTo(422);
        assertThat(text(alone)).contains("这个岗位还有未办结的事项，又没有别人任职");
        assertThat(office.person(old.id()).enabled()).isTrue();
    }

    @Test
    void twoWhoShareAPostCannotBothLeaveIt() {
        Staff second = office.room.employ("副主任", HEAD);
        String[] first = all(row(0, HEAD, old), "leaves0", "yes", "confirm", "yes");
        MockHttpServletResponse both = send(all(first, row(1, HEAD, second)), "leaves1", "yes");
        assertThat(both.getStatus()).isEqualTo(422);
        assertThat(send(first).getStatus()).isEqualTo(303);
        assertThat(orphans()).isZero();
    }

    @Test
    void oneWrongRowLeavesEverythingAsItIsAndSaysWhichItIs() {
        MockHttpServletResponse answer = hand(all(row(1, OTHER_HEAD, other), "taker1", "查无此人", "confirm", "yes"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(text(answer)).contains("没有找到此人", "value=\"查无此人\"", "什么也没有交接");
        assertThat(office.person(next.id()).posts()).isEmpty();
    }

    @Test
    void twoVillagesCanSwapTheirHeads() {
        String[] first = all(row(0, HEAD, old), "taker0", other.username());
        MockHttpServletResponse answer =
                send(all(first, row(1, OTHER_HEAD, other)), "taker1", old.username(), "confirm", "yes");
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(office.person(other.id()).posts()).containsExactly(Post.of(HEAD));
        assertThat(office.person(old.id()).posts())
                .contains(Post.of(OTHER_HEAD))
                .doesNotContain(Post.of(HEAD));
        assertThat(orphans()).isZero();
    }

    @Test
    void whatTheGiverHadSignedForIsFreeForTheSuccessor() {
        String task = office.room
                .jdbc
                .sql("select min(task) from work_item where role || '@' || unit = ?")
                .param(HEAD)
                .query(String.class)
                .single();
        office.room.transaction.executeWithoutResult(status -> office.room.engine.claim(task, old.id()));
        hand("confirm", "yes");
        assertThat(office.person(old.id()).enabled()).isTrue();
        assertThat(office.room
                        .jdbc
                        .sql("select count(*) from work_item where assignee is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void saysWhichPostsHaveWorkAndNoHolder() {
        assertThat(office.page(office.system, "/staff")).doesNotContain("无人任职");
        office.room
                .jdbc
                .sql("update staff set disabled_here = true where id = ?")
                .param(other.id())
                .update();
        assertThat(office.page(office.system, "/staff")).contains("有 1 个岗位留有未办结事项但无人任职");
        assertThat(office.page(office.system, "/staff/handover?unit=" + Office.OTHER))
                .contains("（无人任职）");
    }
}
