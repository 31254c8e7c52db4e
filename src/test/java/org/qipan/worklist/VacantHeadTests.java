package org.qipan.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.casefile.Exclusions;
import org.qipan.directory.Staff;

/** Who is told of an overdue item where nobody is head. */
class VacantHeadTests {

    private static final String CITY = "442000000000";
    private static final String WORKER = "village-worker@" + Workroom.VILLAGE;
    private static final String TOWN_LEADER = "township-leader@" + Workroom.TOWN;
    private static final String CITY_LEADER = "city-leader@" + CITY;

    private final Workroom room = Workroom.withPeople();
    private UUID caseId;

    @BeforeEach
    void anItem() {
        room.unit(CITY, "prefecture", null);
        room.unit(Workroom.TOWN, "township", CITY);
        room.unit(Workroom.VILLAGE, "village", Workroom.TOWN);
        caseId = room.openCase(room.employ("赵六", WORKER), "6月集中服务活动");
        room.clock.set("2026-11-10T02:00:00Z");
        room.task(caseId, WORKER, Instant.parse("2026-11-20T16:00:00Z"));
    }

    @AfterEach
    void close() {
        room.context.close();
    }

    private List<String> toldAt(String moment) {
        room.clock.set(moment);
        Sweeps.sweep(room);
        return room.jdbc
                .sql("select reason || ' ' || role || '@' || unit from work_copy order by id")
                .query(String.class)
                .list();
    }

    private List<String> toldWhenOverdue() {
        return toldAt("2026-11-21T02:00:00Z");
    }

    @Test
    void theNextLevelIsToldWhereItHasAHead() {
        room.employ("镇领导", TOWN_LEADER);
        room.employ("市领导", CITY_LEADER);
        assertThat(toldWhenOverdue()).containsExactly("supervise " + TOWN_LEADER);
        assertThat(toldAt("2026-11-25T02:00:00Z"))
                .containsExactly("supervise " + TOWN_LEADER, "escalate " + CITY_LEADER);
    }

    @Test
    void aLevelWithoutAHeadIsPassedBy() {
        room.employ("市领导", CITY_LEADER);
        assertThat(toldWhenOverdue()).containsExactly("supervise " + CITY_LEADER);
    }

    @Test
    void aHeadWhoLeftOrMustNotKnowOfTheCaseIsNone() {
        Staff left = room.employ("走了", TOWN_LEADER);
        Staff recused = room.employ("回避", TOWN_LEADER);
        room.employ("市领导", CITY_LEADER);
        room.jdbc
                .sql("update staff set disabled_here = true where id = ?")
                .param(left.id())
                .update();
        room.bean(Exclusions.class).exclude(caseId, recused.id(), null);
        assertThat(toldWhenOverdue()).containsExactly("supervise " + CITY_LEADER);
    }

    @Test
    void whereNobodyIsHeadUpToTheTopItWaitsAtTheNextLevel() {
        assertThat(toldWhenOverdue()).containsExactly("supervise " + TOWN_LEADER);
    }

    @Test
    void everyItemIsToldOfOnce() {
        room.employ("市领导", CITY_LEADER);
        room.task(caseId, WORKER, Instant.parse("2026-11-20T16:00:00Z"));
        assertThat(toldWhenOverdue()).hasSize(2);
        assertThat(toldAt("2026-11-21T03:00:00Z")).hasSize(2);
    }
}
