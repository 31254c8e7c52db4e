package org.qipan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.directory.Staff;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Workroom;
import org.springframework.dao.CannotAcquireLockException;

class CompletionTests {

    private static final String WORKER = "village-worker@" + Workroom.VILLAGE;
    private static final int PEOPLE = 50;

    private final Workroom room = new Workroom();
    private Staff worker;
    private long id;

    @BeforeEach
    void oneTask() {
        worker = room.person(WORKER);
        id = room.task(room.openCase(worker, "6月集中服务活动"), WORKER, null);
    }

    private Seen seen(Staff staff) {
        return room.bean(Access.class).own(id, staff);
    }

    private String complete(Seen seen, UUID key, String hash, int version) {
        return room.bean(Completions.class)
                .complete(
                        seen,
                        "completed",
                        Map.of("opinion", "同意"),
                        new Completions.Submitted(key, "POST /tasks/" + id + "/completion", version, hash),
                        () -> "/worklist");
    }

    private int acts() {
        return room.jdbc
                .sql("select count(*) from work_act")
                .query(Integer.class)
                .single();
    }

    @Test
    void onlyOneOfFiftyPeopleCompletesATask() throws Exception {
        List<Seen> all = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            all.add(seen(room.person(WORKER)));
        }
        List<String> outcomes = atOnce(all, seen -> {
            complete(seen, UUID.randomUUID(), "h", 0);
        });
        assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("Conflict"::equals).hasSize(PEOPLE - 1);
        assertThat(acts()).isEqualTo(1);
    }

    @Test
    void onlyOneOfFiftyPeopleSignsForATask() throws Exception {
        List<Seen> all = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            all.add(seen(room.person(WORKER)));
        }
        List<String> outcomes = atOnce(all, seen -> room.bean(TaskActs.class).claim(seen));
        assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("Conflict"::equals).hasSize(PEOPLE - 1);
    }

    private List<String> atOnce(List<Seen> all, java.util.function.Consumer<Seen> act) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<String>> answers = new ArrayList<>();
        for (Seen seen : all) {
            answers.add(threads.submit(() -> {
                start.await();
                try {
                    act.accept(seen);
                    return "done";
                } catch (RuntimeException e) {
                    return e.getClass().getSimpleName();
                }
            }));
        }
        start.countDown();
        List<String> outcomes = new ArrayList<>();
        for (Future<String> answer : answers) {
            outcomes.add(answer.get());
        }
        threads.shutdown();
        return outcomes;
    }

    @Test
    void answersTheSameSubmissionTwiceButActsOnce() {
        UUID key = UUID.randomUUID();
        assertThat(complete(seen(worker), key, "h", 0)).isEqualTo("/worklist");
        assertThat(complete(seen(worker), key, "h", 0)).isEqualTo("/worklist");
        assertThat(acts()).isEqualTo(1);
        assertThat(room.page.completed).hasValue(1);
    }

    @Test
    void refusesTheSameKeyForAnotherTextRouteOrPerson() {
        UUID key = UUID.randomUUID();
        complete(seen(worker), key, "h", 0);
        assertThatThrownBy(() -> complete(seen(worker), key, "other", 0)).isInstanceOf(Once.KeyReused.class);
        Staff colleague = room.person(WORKER);
        assertThatThrownBy(() -> complete(seen(colleague), key, "h", 0)).isInstanceOf(Once.KeyReused.class);
    }

    @Test
    void aRefusalGivesTheKeyBack() {
        UUID key = UUID.randomUUID();
        room.page.refusal = new Refused("task.refused.remark");
        assertThatThrownBy(() -> complete(seen(worker), key, "h", 0)).isInstanceOf(Refused.class);
        room.page.refusal = null;
        assertThat(complete(seen(worker), key, "h", 0)).isEqualTo("/worklist");
    }

    /** What a rule says of something that is over already is no news: another may have changed what it looks at. */
    @Test
    void whoeverComesSecondHearsThatAndNotWhatARuleSays() {
        Seen second = seen(room.person(WORKER));
        complete(seen(worker), UUID.randomUUID(), "h", 0);
        room.page.refusal = new Refused("task.refused.remark");
        assertThatThrownBy(() -> complete(second, UUID.randomUUID(), "h", 0)).isInstanceOf(Conflict.class);
    }

    @Test
    void aStalePageIsAConflict() {
        assertThatThrownBy(() -> complete(seen(worker), UUID.randomUUID(), "h", 9))
                .isInstanceOf(Conflict.class);
        assertThat(room.page.completed).hasValue(0);
    }

    @Test
    void aTaskTheEngineNoLongerHasIsAConflictAndLeavesNoTrace() {
        room.engine.gone.add(seen(worker).item().task());
        assertThatThrownBy(() -> complete(seen(worker), UUID.randomUUID(), "h", 0))
                .isInstanceOf(Conflict.class);
        assertThat(acts()).isZero();
        assertThat(seen(worker).open()).isTrue();
    }

    @Test
    void aTaskSomebodyElseSignedForIsAConflict() {
        room.bean(TaskActs.class).claim(seen(worker));
        Staff colleague = room.person(WORKER);
        assertThatThrownBy(() -> complete(seen(colleague), UUID.randomUUID(), "h", 1))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void aClockThatStandsStillLeavesItToTheCapabilityWhetherWorkGoesOn() {
        room.jdbc.sql("update work_item set paused = true").update();
        assertThat(complete(seen(worker), UUID.randomUUID(), "h", 0)).isEqualTo("/worklist");
        assertThat(room.page.completed).hasValue(1);
    }

    @Test
    void aClockThatHangsOnASignatureNeedsOneFirst() {
        room.jdbc.sql("update work_item set claim = true").update();
        assertThatThrownBy(() -> complete(seen(worker), UUID.randomUUID(), "h", 0))
                .isInstanceOf(Refused.class);
        room.bean(TaskActs.class).claim(seen(worker));
        assertThat(complete(seen(worker), UUID.randomUUID(), "h", 1)).isEqualTo("/worklist");
    }

    @Test
    void triesAgainAfterADeadlockAndGivesUpAfterTheThirdTime() {
        room.page.refusal = new CannotAcquireLockException("40P01");
        assertThatThrownBy(() -> complete(seen(worker), UUID.randomUUID(), "h", 0))
                .isInstanceOf(CannotAcquireLockException.class);
        assertThat(room.page.asked).hasValue(3);
        room.page.refusal = null;
        assertThat(complete(seen(worker), UUID.randomUUID(), "h", 0)).isEqualTo("/worklist");
    }
}
