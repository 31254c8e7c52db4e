package org.qipan.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.qipan.cluster.Locks;
import org.qipan.ledger.StatisticsQueries.Cell;
import org.qipan.ledger.StatisticsQueries.Kept;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The figures of a city or a province, from counts that are kept with the matters: the same as {@link StatisticsQueries} counts row by row,
 * without reading a year of rows. What the reader must not know of is taken off again.
 */
@Repository
class WideFigures {

    private static final String EXCLUDED =
            "any (array(select excluded_cases(:staff, cast(:exUnits as text[]), cast(:exAreas as bigint[]))))";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WideFigures(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    List<Cell> cells(StatisticsScope scope, int year) {
        return jdbc.sql("""
                        select c.subject, %s as place, cast(extract(month from c.month) as int) as month, sum(c.count) as count
                        from (select subject, place as area, month, count from complaint_count
                              where month >= :january and month < :nextJanuary
                              union all
                              select subject, counted_place(area), month_of(received), -1 from complaint
                              where id = %s and not sealed and received >= :yearFrom and received < :yearTo) c
                        where %s
                        group by 1, 2, 3 having sum(c.count) > 0""".formatted(scope.place(), EXCLUDED, scope.within("c.area")))
                .params(scope.parameters())
                .params(year(year))
                .query(StatisticsQueries::cell)
                .list();
    }

    /** Months that are over from the counts, the rest by looking at each clock. */
    List<Kept> clocks(StatisticsScope scope, int year) {
        LocalDate january = LocalDate.of(year, 1, 1);
        LocalDate nextJanuary = january.plusYears(1);
        LocalDate thisMonth =
                LocalDate.ofInstant(clock.instant(), LedgerConditions.ZONE).withDayOfMonth(1);
        LocalDate over = thisMonth.isBefore(nextJanuary) ? thisMonth : nextJanuary;
        return jdbc.sql("""
                        select k.code, sum(k.kept) as kept, sum(k.ended) as ended
                        from (select code, kept, ended, place as area from complaint_clock_count where month >= :january and month < :over
                              union all
                              select code, -coalesce(cast(done < due as int), 0), -1, area from complaint_clock
                              where complaint = %1$s and not sealed and due > :yearFrom and due <= :overFrom
                              union all
                              select code, coalesce(cast(done < due as int), 0), 1, area from complaint_clock k
                              where not sealed and %2$s and due > :overFrom%3$s) k
                        where %4$s
                        group by 1 having sum(k.ended) > 0 order by 1""".formatted(
                        EXCLUDED, LedgerConditions.DUE, LedgerScope.notExcluded("k.complaint"), scope.within("k.area")))
                .params(scope.parameters())
                .params(year(year))
                .param("over", over)
                .param("overFrom", LedgerConditions.start(over))
                .param("now", LedgerConditions.at(clock.instant()))
                .query(Kept.class)
                .list();
    }

    private static Map<String, Object> year(int year) {
        LocalDate january = LocalDate.of(year, 1, 1);
        return Map.of(
                "january", january,
                "nextJanuary", january.plusYears(1),
                "yearFrom", LedgerConditions.start(january),
                "yearTo", LedgerConditions.start(january.plusYears(1)));
    }

    @Scheduled(cron = "0 25 * * * *", zone = "Asia/Shanghai")
    void everyHour() {
        fold();
    }

    /** Makes one row of those that count the same. The sums do not change; one node at a time does it. */
    void fold() {
        transaction.executeWithoutResult(status -> {
            if (Locks.take(jdbc, "ledger.fold")) {
                jdbc.sql("""
                        with same as (select month, place, subject from complaint_count group by 1, 2, 3 having count(*) > 1),
                        gone as (delete from complaint_count c using same s
                            where c.month = s.month and c.place = s.place and c.subject is not distinct from s.subject returning c.*)
                        insert into complaint_count select month, place, subject, sum(count) from gone group by 1, 2, 3 having sum(count) <> 0
                        """).update();
                jdbc.sql("""
                        with same as (select month, place, code from complaint_clock_count group by 1, 2, 3 having count(*) > 1),
                        gone as (delete from complaint_clock_count c using same s
                            where c.month = s.month and c.place = s.place and c.code = s.code returning c.*)
                        insert into complaint_clock_count select month, place, code, sum(kept), sum(ended) from gone group by 1, 2, 3
                            having sum(ended) <> 0
                        """).update();
            }
        });
    }
}
