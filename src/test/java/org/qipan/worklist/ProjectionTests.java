package org.qipan.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Said;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.StaffLeft;
import org.qipan.workflow.TaskChanged.Kind;

class ProjectionTests {

    private static final String WORKER = "village-worker@" + Workroom.VILLAGE;
    private static final String HEAD = "village-head@" + Workroom.VILLAGE;

    private final Workroom room = new Workroom();
    private Staff worker;
    private long id;

    @BeforeEach
    void oneTask() {
        worker = room.person(WORKER);
        id = room.task(room.openCase(worker, "6月集中服务活动"), WORKER, Instant.parse("2026-11-30T16:00:00Z"));
    }

    private WorkItem item() {
        return room.bean(WorkItems.class).find(id).orElseThrow().item();
    }

    @Test
    void writesPostLevelsCaseAndClockOfANewTask() {
        assertThat(item().post()).isEqualTo(Post.of(WORKER));
        assertThat(item().title()).isEqualTo("6月集中服务活动");
        assertThat(item().due()).isEqualTo("2026-11-30T16:00:00Z");
        assertThat(room.jdbc
                        .sql("select village, township, county, prefecture, province from work_item")
                        .query()
                        .singleRow()
                        .values())
                .containsExactly(442000007001L, 442000007000L, null, 442000000000L, 440000000000L);
    }

    @Test
    void followsTitleAndNumberOfTheCase() {
        CaseFiles cases = room.bean(CaseFiles.class);
        int version = item().version();
        cases.retitle(item().caseId(), Said.typed("冬季服务活动"));
        String number = cases.number(item().caseId(), "campaign");
        assertThat(item().title()).isEqualTo("冬季服务活动");
        assertThat(item().number()).isEqualTo(number);
        assertThat(item().version()).as("a page open before is not stale").isEqualTo(version);
    }

    @Test
    void givesBackToThePostWhatALeaverHadSignedFor() {
        room.transaction.executeWithoutResult(s -> room.engine.claim(item().task(), worker.id()));
        assertThat(item().assignee()).isEqualTo(worker.id());
        room.transaction.executeWithoutResult(s -> room.context.publishEvent(new StaffLeft(worker.id())));
        assertThat(item().assignee()).isNull();
        assertThat(item().post()).isEqualTo(Post.of(WORKER));
    }

    @Test
    void keepsNothingIfTheEngineRollsBack() {
        String task = UUID.randomUUID().toString();
        assertThatThrownBy(() -> room.transaction.executeWithoutResult(status -> {
                    room.engine.publish(FakeEngine.news(Kind.CREATED, task, WORKER, null));
                    throw new IllegalStateException("the engine fails at its flush");
                }))
                .hasMessageContaining("flush");
        assertThat(room.bean(WorkItems.class).find(task)).isEmpty();
    }

    @Test
    void refusesToBeWrittenOutsideTheEnginesTransaction() {
        assertThatThrownBy(() -> room.engine.publish(FakeEngine.news(Kind.COMPLETED, item().task(), WORKER, null)))
                .isInstanceOf(org.springframework.transaction.IllegalTransactionStateException.class);
    }

    @Test
    void keepsAReroutedPostWhenTheEngineStillNamesTheOldOne() {
        room.transaction.executeWithoutResult(
                status -> room.bean(WorkItems.class).reroute(item(), Post.of(HEAD)));
        room.transaction.executeWithoutResult(status -> room.engine.publish(
                FakeEngine.news(Kind.UPDATED, item().task(), WORKER, worker.id().toString())));
        assertThat(item().post()).isEqualTo(Post.of(HEAD));
        assertThat(item().assignee()).isEqualTo(worker.id());
    }

    @Test
    void followsTheEngineWhenItNamesAnotherPost() {
        room.transaction.executeWithoutResult(
                status -> room.engine.publish(FakeEngine.news(Kind.UPDATED, item().task(), HEAD, null)));
        assertThat(item().post()).isEqualTo(Post.of(HEAD));
        assertThat(item().version()).isEqualTo(1);
    }

    @Test
    void closesWhatTheEngineCancelled() {
        room.transaction.executeWithoutResult(
                status -> room.engine.publish(FakeEngine.news(Kind.DELETED, item().task(), WORKER, null)));
        assertThat(room.bean(WorkItems.class).find(id).orElseThrow().state()).isEqualTo("gone");
        assertThat(room.bean(Worklist.class).find(id)).isEmpty();
    }

    @Test
    void findsAndMendsDrift() {
        WorklistDrift drift = room.bean(WorklistDrift.class);
        assertThat(drift.check().none()).isTrue();
        long second = room.task(room.page.facts.caseId(), HEAD, null);
        room.jdbc.sql("delete from work_item where id = :id").param("id", id).update();
        room.jdbc
                .sql("update work_item set role = 'liaison' where id = :id")
                .param("id", second)
                .update();
        room.jdbc.sql("""
                        insert into work_item (task, key, process, ref, kind, case_id, title, role, unit, created)
                        select 'left over', key, process, ref, kind, case_id, title, role, unit, created from work_item
                        """).update();
        assertThat(drift.check()).isEqualTo(new WorklistDrift.Drift(2, 1, 1, 1));
        drift.rebuild();
        assertThat(drift.check().none()).isTrue();
    }

    @Test
    void movesAndPausesAWholeStageAtOnce() {
        room.page.facts = new WorkFacts(
                room.page.facts.caseId(),
                "走访",
                7L,
                Instant.parse("2026-11-30T16:00:00Z"),
                null,
                false,
                true,
                false,
                false);
        long first = room.task(WORKER);
        Worklist worklist = room.bean(Worklist.class);
        worklist.due(7, Instant.parse("2026-12-05T16:00:00Z"));
        worklist.paused(7, true);
        worklist.blocked("ref-" + worklist.find(first).orElseThrow().task(), "Task_WorkChecklist", false);
        WorkItem moved = worklist.find(first).orElseThrow();
        assertThat(moved.due()).isEqualTo("2026-12-05T16:00:00Z");
        assertThat(moved.paused()).isTrue();
        assertThat(moved.blocked()).isFalse();
        assertThat(item().due()).isEqualTo("2026-11-30T16:00:00Z");
    }
}
