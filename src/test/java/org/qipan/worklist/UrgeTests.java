package org.qipan.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;

class UrgeTests {

    private static final String WORKER = "village-worker@" + Workroom.VILLAGE;
    private static final Post OFFICER = new Post("township-officer", Workroom.TOWN);

    private final Workroom room = new Workroom();
    private final OverdueSweep sweep = room.bean(OverdueSweep.class);
    private Staff worker;
    private UUID caseId;

    @BeforeEach
    void aCase() {
        worker = room.person(WORKER);
        caseId = room.openCase(worker, "6月集中服务活动");
    }

    private List<String> urges() {
        return room.jdbc
                .sql("select kind from urge order by id")
                .query(String.class)
                .list();
    }

    private List<String> told() {
        return room.jdbc
                .sql("select reason || ' ' || role || '@' || unit from work_copy order by id")
                .query(String.class)
                .list();
    }

    @Test
    void urgesAnItemOnceADayHoweverOftenItIsAsked() {
        long id = room.task(caseId, WORKER, null);
        Worklist worklist = room.bean(Worklist.class);
        List<String> refs = List.of("ref-" + worklist.find(id).orElseThrow().task());
        assertThat(worklist.urge(refs, worker.id(), OFFICER)).isEqualTo(1);
        assertThat(worklist.urge(refs, worker.id(), OFFICER)).isZero();
        room.clock.advance(Duration.ofDays(1));
        assertThat(worklist.urge(refs, worker.id(), OFFICER)).isEqualTo(1);
    }

    @Test
    void anUrgeThatIsTakenBackInTimeTellsNobody() {
        long id = room.task(caseId, WORKER, null);
        Urges urges = room.bean(Urges.class);
        Changes changes = room.bean(Changes.class);
        changes.flush();
        changes.read();
        long before = changes.version(List.of(WORKER));
        assertThat(urges.urge(List.of(id), worker.id(), OFFICER)).containsExactly(id);
        urges.tell();
        assertThat(urges.undo(List.of(id), worker.id())).containsExactly(id);
        room.clock.advance(Duration.ofSeconds(30));
        urges.tell();
        changes.flush();
        changes.read();
        assertThat(changes.version(List.of(WORKER))).isEqualTo(before);
        assertThat(urges.urge(List.of(id), worker.id(), OFFICER))
                .as("and it may be urged again")
                .hasSize(1);
        room.clock.advance(Duration.ofSeconds(16));
        urges.tell();
        assertThat(urges.undo(List.of(id), worker.id())).as("somebody was told").isEmpty();
        changes.flush();
        changes.read();
        assertThat(changes.version(List.of(WORKER))).isGreaterThan(before);
    }

    @Test
    void aClockThatWasMovedBeginsItsOwnChain() {
        room.clock.set("2026-11-19T02:00:00Z");
        long id = room.task(caseId, WORKER, Instant.parse("2026-11-20T16:00:00Z"));
        sweep.sweep();
        room.transaction.executeWithoutResult(status -> assertThat(room.bean(ItemClocks.class)
                        .extend(id, Instant.parse("2026-11-20T16:00:00Z"), Instant.parse("2026-12-20T16:00:00Z")))
                .isTrue());
        room.clock.set("2026-11-25T02:00:00Z");
        sweep.sweep();
        assertThat(urges()).containsExactly("urge");
        room.clock.set("2026-12-18T02:00:00Z");
        sweep.sweep();
        room.clock.set("2026-12-21T02:00:00Z");
        sweep.sweep();
        assertThat(urges()).containsExactly("urge", "urge", "supervise");
    }

    @Test
    void urgesBeforeDueTellsTheTownAfterItAndTheCityThreeDaysLater() {
        room.clock.set("2026-11-10T02:00:00Z");
        room.task(caseId, WORKER, Instant.parse("2026-11-20T16:00:00Z"));
        sweep.sweep();
        assertThat(urges()).isEmpty();
        room.clock.set("2026-11-19T02:00:00Z");
        sweep.sweep();
        sweep.sweep();
        assertThat(urges()).containsExactly("urge");
        room.clock.set("2026-11-21T02:00:00Z");
        sweep.sweep();
        sweep.sweep();
        assertThat(urges()).containsExactly("urge", "supervise");
        assertThat(told()).containsExactly("supervise township-leader@442000007000");
        room.clock.set("2026-11-24T02:00:00Z");
        sweep.sweep();
        room.clock.set("2026-11-25T02:00:00Z");
        sweep.sweep();
        assertThat(urges()).containsExactly("urge", "supervise", "escalate");
        assertThat(told()).endsWith("escalate city-leader@442000000000");
    }

    @Test
    void leavesPausedAndWaitingItemsAlone() {
        room.task(caseId, WORKER, Instant.parse("2026-11-01T16:00:00Z"));
        room.task(caseId, WORKER, Instant.parse("2026-11-01T16:00:00Z"));
        room.jdbc
                .sql("update work_item set paused = id % 2 = 0, blocked = id % 2 = 1")
                .update();
        sweep.sweep();
        assertThat(urges()).isEmpty();
    }

    @Test
    void tellsTheHeadOfTheAreaADepartmentBelongsTo() {
        room.task(caseId, "department-officer@442000007000-03", Instant.parse("2026-11-19T16:00:00Z"));
        sweep.sweep();
        assertThat(told()).containsExactly("supervise township-leader@442000007000");
    }

    @Test
    void isSilentInTheEvening() {
        room.task(caseId, WORKER, Instant.parse("2026-11-01T16:00:00Z"));
        room.clock.set("2026-11-20T13:00:00Z");
        sweep.byDay();
        assertThat(urges()).isEmpty();
        room.clock.set("2026-11-21T01:00:00Z");
        sweep.byDay();
        assertThat(urges()).containsExactly("escalate");
    }

    @Test
    void tellsEveryNodeForWhichPostsSomethingChanged() {
        Changes changes = room.bean(Changes.class);
        room.task(caseId, WORKER, null);
        changes.flush();
        changes.read();
        long before = changes.version(List.of(WORKER));
        long other = changes.version(List.of("liaison@" + Workroom.TOWN));
        room.task(caseId, WORKER, null);
        changes.flush();
        changes.read();
        assertThat(changes.version(List.of(WORKER))).isGreaterThan(before);
        assertThat(changes.version(List.of("liaison@" + Workroom.TOWN))).isEqualTo(other);
        Changes otherNode = new Changes(room.jdbc, room.transaction);
        otherNode.read();
        assertThat(otherNode.version(List.of(WORKER))).isEqualTo(changes.version(List.of(WORKER)));
    }

    @Test
    void tellsAPageThatComesBackWhatItMissed() throws Exception {
        Changes changes = room.bean(Changes.class);
        room.person(WORKER);
        room.task(caseId, WORKER, null);
        changes.flush();
        var tell = room.bean(ChangesController.class);
        var open = room.mvc().perform(get("/worklist/changes").with(user("u")).header("Last-Event-ID", "0"));
        var upToDate = room.mvc()
                .perform(get("/worklist/changes?since=" + Long.MAX_VALUE).with(user("u")));
        tell.tell();
        assertThat(open.andReturn().getResponse().getContentAsString()).contains("event:changed");
        assertThat(upToDate.andReturn().getResponse().getContentAsString())
                .as("a stream says at once that it is open, and nothing else while nothing changes")
                .contains(":open")
                .doesNotContain("event:");
    }
}
