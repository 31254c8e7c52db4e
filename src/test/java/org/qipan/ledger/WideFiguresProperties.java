package org.qipan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.qipan.desk.Desks;
import org.qipan.directory.Staff;

/** Counts that are kept with the matters are the counts of the matters, whatever happened to them; also for somebody who must not know of all. */
class WideFiguresProperties {

    private static final LedgerRoom ROOM = new LedgerRoom();

    @AfterContainer
    static void stop() {
        ROOM.close();
    }

    /** What happens to a matter; {@code %s} is a place, {@code :id} it. */
    private static final List<String> EVENTS = List.of(
            "update complaint set subject = (select min(id) from subject where parent is not null) where id = :id",
            "update complaint set subject = null where id = :id",
            "update complaint set area = 440100000000 where id = :id",
            "update complaint set area = 442000007001, received = timestamptz '2025-12-31 23:59+08' where id = :id",
            "update complaint set digest = null, sealed = true where id = :id",
            "update complaint_clock set done = due - interval '1 day' where complaint = :id and done is null",
            "update complaint_clock set done = due + interval '1 day' where complaint = :id and done is null",
            "update complaint_clock set due = due + interval '30 days' where complaint = :id",
            "update complaint_clock set due = timestamptz '2026-01-01 00:00+08' where complaint = :id",
            "delete from complaint_clock where complaint = :id",
            "with clocks as (delete from complaint_clock where complaint = :id) delete from complaint where id = :id");

    /** @param matter which of the matters */
    record Event(int matter, String sql) {}

    @Provide
    Arbitrary<List<Event>> events() {
        return Arbitraries.integers()
                .between(0, 7)
                .flatMap(matter -> Arbitraries.of(EVENTS).map(sql -> new Event(matter, sql)))
                .list()
                .ofMaxSize(25);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void countWhatIsThere(@ForAll("events") List<Event> events, @ForAll boolean folded, @ForAll boolean excluded) {
        ROOM.jdbc().sql("delete from complaint_clock").update();
        ROOM.jdbc().sql("delete from complaint").update();
        List<UUID> matters = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            UUID id = ROOM.matter("事项", "内容", "2026-%02d-01 00:00+08".formatted(1 + i), LedgerRoom.VILLAGE);
            ROOM.clock(id, "petition-routing", "2026-%02d-01 00:00+08".formatted(2 + i), null);
            ROOM.clock(id, "petition-handling", "2026-%02d-15 12:00+08".formatted(5 + i), null);
            matters.add(id);
        }
        WideFigures wide = ROOM.room.bean(WideFigures.class);
        for (int i = 0; i < events.size(); i++) {
            ROOM.jdbc()
                    .sql(events.get(i).sql())
                    .param("id", matters.get(events.get(i).matter()))
                    .update();
            if (folded && i % 5 == 0) {
                wide.fold();
            }
        }
        if (excluded) {
            ROOM.exclude(matters.get(0), LedgerRoom.CITY);
        }
        Staff leader = ROOM.room.employ("市领导", "city-leader@" + LedgerRoom.CITY);
        StatisticsScope scope = StatisticsScope.of(ROOM.room.bean(Desks.class).of(leader));
        assertThat(scope.wide()).isTrue();
        StatisticsQueries queries = ROOM.room.bean(StatisticsQueries.class);
        for (int year : List.of(2025, 2026, 2027)) {
            assertThat(wide.cells(scope, year)).hasSameElementsAs(queries.cells(scope, year));
            assertThat(wide.clocks(scope, year)).isEqualTo(queries.clocks(scope, year));
        }
    }
}
