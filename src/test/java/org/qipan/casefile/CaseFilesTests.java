package org.qipan.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.qipan.directory.Post;
import org.qipan.worklist.CaseRoom;

class CaseFilesTests {

    private static final String TOWN = "442000007000";

    private final CaseRoom room = new CaseRoom();
    private final CaseFiles cases = room.bean(CaseFiles.class);
    private final UUID staff = UUID.randomUUID();

    @Test
    void numbersHaveNoGapUnderConcurrencyAndRollback() throws Exception {
        List<UUID> ids = IntStream.range(0, 40)
                .mapToObj(i -> cases.open("campaign", "活动 " + i, TOWN, staff))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(20);
        List<Callable<Boolean>> work = IntStream.range(0, 40)
                .mapToObj(i -> (Callable<Boolean>) () -> room.transaction().execute(status -> {
                    cases.number(ids.get(i), "campaign");
                    if (i % 4 == 0) {
                        status.setRollbackOnly();
                    }
                    return true;
                }))
                .toList();
        for (Future<Boolean> done : threads.invokeAll(work)) {
            done.get();
        }
        threads.shutdown();
        List<Integer> numbers = room.jdbc()
                .sql(
                        "select (regexp_match(number, '〕(\\d+)号'))[1]::int from case_file where number is not null order by 1")
                .query(Integer.class)
                .list();
        assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, 30).boxed().toList());
    }

    @Test
    void aCaseKeepsTheNumberItHas() {
        UUID id = cases.open("campaign", "活动", TOWN, staff);
        String number = cases.number(id, "campaign");
        assertThat(number).contains("〔2026〕1号");
        assertThat(cases.number(id, "campaign")).isEqualTo(number);
    }

    @Test
    void townsOfOneNameMayGiveTheSameNumber() {
        UUID id = cases.open("campaign", "活动", TOWN, staff);
        UUID elsewhere = cases.open("campaign", "活动", TOWN, staff);
        String number = cases.number(id, "campaign");
        room.jdbc()
                .sql("update case_file set unit = '130102001000', number = ? where id = ?")
                .params(number, elsewhere)
                .update();
        assertThat(cases.get(elsewhere).number()).isEqualTo(number);
    }

    @Test
    void aNewYearBeginsAtOne() {
        cases.number(cases.open("campaign", "活动", TOWN, staff), "campaign");
        room.clock().advance(Duration.ofDays(60));
        assertThat(cases.number(cases.open("campaign", "活动", TOWN, staff), "campaign"))
                .contains("〔2027〕1号");
    }

    @Test
    void makesThisMonthAndTheNextThreeAndDoesSoTwiceWithoutHarm() {
        CasePartitions partitions = room.bean(CasePartitions.class);
        partitions.make();
        partitions.make();
        assertThat(room.jdbc()
                        .sql(
                                "select inhrelid::regclass::text from pg_inherits where inhparent = 'case_event'::regclass order by 1")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "case_event_2026_11",
                        "case_event_2026_12",
                        "case_event_2027_01",
                        "case_event_2027_02",
                        "case_event_default");
        UUID id = cases.open("campaign", "活动", TOWN, staff);
        room.transaction().executeWithoutResult(s -> cases.record(id, "claimed", staff, null, null, Map.of()));
        assertThat(room.jdbc()
                        .sql("select count(*) from case_event_2026_11")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anEventOutsideEveryPartitionIsKeptAndStopsItsMonthFromBeingMade() {
        UUID id = cases.open("campaign", "活动", TOWN, staff);
        room.transaction().executeWithoutResult(s -> cases.record(id, "claimed", staff, null, null, Map.of()));
        room.bean(CasePartitions.class).make();
        assertThat(cases.timeline(id)).hasSize(1);
        assertThat(room.jdbc()
                        .sql("select to_regclass('case_event_2026_11') is null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void theTimelineNamesPostsAndKeepsTheHourOfFieldWorkToItself() {
        UUID id = cases.open("campaign", "活动", TOWN, staff);
        Map<String, String> facts = new java.util.LinkedHashMap<>();
        facts.put("stage", "走访");
        facts.put("count", "3");
        room.transaction().executeWithoutResult(s -> {
            cases.record(id, "claimed", staff, new Post("village-worker", "442000007001"), null, facts);
            cases.record(id, "copied", staff, new Post("township-officer", TOWN), "请看", Map.of());
        });
        room.clock().advance(Duration.ofMinutes(1));
        room.bean(CaseNotes.class).add(id, "批注", staff, new Post("township-officer", TOWN));
        List<CaseEvent> events = cases.timeline(id);
        assertThat(events).extracting(CaseEvent::act).containsExactly("comment", "copied", "claimed");
        assertThat(events)
                .extracting(CaseEvent::when)
                .containsExactly("2026-11-20 10:01", "2026-11-20 10:00", "2026-11-20");
        assertThat(events.get(2).facts()).containsExactly(Map.entry("stage", "走访"), Map.entry("count", "3"));
        assertThat(events.get(2).title()).isNotBlank();
    }
}
