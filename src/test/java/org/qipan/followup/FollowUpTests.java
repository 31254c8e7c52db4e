package org.qipan.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qipan.Replay;
import org.qipan.complaint.Matter;
import org.qipan.complaint.PetitionHall;
import org.qipan.complaint.Petitioner;
import org.qipan.complaint.Reopening;
import org.qipan.directory.Post;
import org.qipan.task.DemoDesk;
import org.qipan.worklist.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** 回访: asked by the desk, voluntary, each answer kept for itself. */
@Replay
class FollowUpTests {

    @Autowired
    private PetitionHall hall;

    @Autowired
    private FollowUps followUps;

    @Autowired
    private FollowUpTable table;

    @Autowired
    private Petitioner petitioner;

    @Autowired
    private DemoDesk desk;

    @Autowired
    private JdbcClient jdbc;

    /** Answered, served and closed that many days ago. */
    private UUID closed(int days) {
        UUID id = hall.handled();
        hall.answer(id);
        jdbc.sql("update complaint set closed = closed - make_interval(days => ?) where id = ?")
                .params(days, id)
                .update();
        return id;
    }

    private String state(UUID id) {
        return jdbc.sql("select state from follow_up where complaint = ? order by started desc limit 1")
                .param(id)
                .query(String.class)
                .optional()
                .orElse("none");
    }

    private long task(UUID id) {
        String ref = jdbc.sql("select id::text from follow_up where complaint = ? order by started desc limit 1")
                .param(id)
                .query(String.class)
                .single();
        return desk.item(ref, "Task_Call");
    }

    private int copies(UUID id) {
        return jdbc.sql("select count(*) from work_copy where case_id = ? and reason = 'grade'")
                .param(id)
                .query(Integer.class)
                .single();
    }

    @Test
    void theDeskAsksAndABadGradeGoesOneLevelUp() {
        UUID id = closed(3);
        UUID fresh = closed(0);
        followUps.sweep();
        followUps.sweep();
        assertThat(state(fresh)).as("he may rate by himself first").isEqualTo("none");
        assertThat(hall.pages.page(hall.officer, "/tasks/" + task(id))).contains("自愿", "双人授权", "租房押金不退", "本系统自定的期限");
        desk.complete(
                task(id),
                hall.officer,
                "result",
                "reached",
                "solved",
                "no",
                "polite",
                "yes",
                "lawful",
                "no",
                "said",
                "zeisig-follow 押金还是没退。");
        assertThat(state(id)).isEqualTo("reached");
        assertThat(jdbc.sql("select solved::text || polite::text || lawful::text from follow_up where complaint = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .as("each answer for itself")
                .isEqualTo("falsetruefalse");
        assertThat(copies(id)).isEqualTo(1);
        for (String name : List.of("follow_up", "case_event", "work_copy", "work_item", "audit", "complaint")) {
            assertThat(jdbc.sql("select count(*) from " + name + " t where t::text like '%zeisig-follow%'")
                            .query(Integer.class)
                            .single())
                    .as(name)
                    .isZero();
        }
        petitioner.rate(id, 5, Set.of(), null);
    }

    @Test
    void onlyThePetitionerGivesAGrade() {
        UUID id = closed(3);
        followUps.sweep();
        assertThatThrownBy(() -> desk.complete(task(id), hall.officer, "result", "reached"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("solved");
        desk.complete(task(id), hall.officer, "result", "reached", "solved", "yes", "polite", "yes", "lawful", "yes");
        assertThat(state(id)).isEqualTo("reached");
        assertThat(jdbc.sql("select count(*) from complaint where id = ? and grade is null")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void threeTimesInVainEndsIt() {
        UUID id = closed(3);
        followUps.sweep();
        for (int i = 0; i < 3; i++) {
            assertThat(state(id)).isEqualTo("open");
            desk.complete(task(id), hall.officer, "result", "missed");
        }
        assertThat(state(id)).isEqualTo("unreached");
        followUps.sweep();
        assertThat(table.wanted()).noneMatch(one -> one.complaint().equals(id));
    }

    @Test
    void whoeverRatedByHimselfIsNotCalled() {
        UUID rated = closed(3);
        UUID later = closed(3);
        petitioner.rate(rated, 4, Set.of(), null);
        followUps.sweep();
        assertThat(state(rated)).isEqualTo("none");
        assertThat(state(later)).isEqualTo("open");
        petitioner.rate(later, 5, Set.of(), null);
        followUps.sweep();
        assertThat(state(later)).isEqualTo("rated");
    }

    @Test
    void whoeverSignedTheOpinionDoesNotAsk() {
        UUID id = closed(3);
        followUps.sweep();
        jdbc.sql("update complaint_paper set signed_by = ? where complaint = ? and kind = 'opinion'")
                .params(hall.officer.id(), id)
                .update();
        assertThatThrownBy(() -> desk.complete(task(id), hall.officer, "result", "missed"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("own");
    }

    /** 信访工作条例 arts. 35, 36: what a review quashed is answered anew, and whether that helped is asked again. */
    @Test
    void whatWasAnsweredAnewIsAskedAboutAgain(
            @Autowired Reopening reopening, @Autowired TransactionTemplate transaction) {
        UUID id = closed(3);
        followUps.sweep();
        long first = task(id);
        transaction.executeWithoutResult(
                status -> reopening.of(id, hall.leader, new Post("township-leader", Matter.TOWN)));
        assertThat(state(id)).as("nobody asks about the answer that is gone").isEqualTo("over");
        assertThat(jdbc.sql("select count(*) from work_item where id = ? and state = 'open'")
                        .param(first)
                        .query(Integer.class)
                        .single())
                .isZero();
        followUps.sweep();
        assertThat(state(id)).as("not while it is handled").isEqualTo("over");
        jdbc.sql("update follow_up set started = started - interval '9 days' where complaint = ?")
                .param(id)
                .update();
        hall.answer(id);
        jdbc.sql("update complaint set closed = closed - interval '3 days' where id = ?")
                .param(id)
                .update();
        followUps.sweep();
        assertThat(state(id)).isEqualTo("open");
        desk.complete(task(id), hall.officer, "result", "reached", "solved", "yes", "polite", "yes", "lawful", "yes");
        followUps.sweep();
        assertThat(state(id)).as("once for each answer").isEqualTo("reached");
    }
}
