package org.qipan.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what a scope holds. What a reader must not know of is in none of them. */
@Repository
class StatisticsQueries {

    private final JdbcClient jdbc;
    private final Clock clock;

    StatisticsQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How many there are of a subject in a place in a month.
     *
     * @param subject id of a version, null for what is not sorted
     * @param place code of an area, null where it is not known
     * @param month from 1
     */
    record Cell(@Nullable Long subject, @Nullable String place, int month, long count) {}

    record Kept(String code, long kept, long ended) {}

    /** The year, read once: as many cells as there are subjects, places right below the scope, and months. */
    List<Cell> cells(StatisticsScope scope, int year) {
        return jdbc.sql("select c.subject, " + scope.place() + " as place, "
                        + "cast(extract(month from c.received at time zone 'Asia/Shanghai') as int) as month, count(*) as count"
                        + " from complaint c where c.received >= :yearFrom and c.received < :yearTo and "
                        + scope.matters()
                        + " group by 1, 2, 3")
                .params(parameters(scope, year))
                .query(StatisticsQueries::cell)
                .list();
    }

    List<Kept> clocks(StatisticsScope scope, int year) {
        return jdbc.sql("select k.code, count(*) filter (where k.done < k.due) as kept, count(*) as ended"
                        + " from complaint_clock k where " + LedgerConditions.DUE + " and " + scope.clocks()
                        + " group by k.code order by k.code")
                .params(parameters(scope, year))
                .query(Kept.class)
                .list();
    }

    List<LedgerKey> oldest(StatisticsScope scope, int limit) {
        return jdbc.sql("select c.received, c.id from complaint c where c.closed is null and " + scope.matters()
                        + " order by c.received, c.id limit " + limit)
                .params(scope.parameters())
                .query(LedgerKey::row)
                .list();
    }

    static Cell cell(ResultSet row, int n) throws SQLException {
        Long place = row.getObject("place", Long.class);
        return new Cell(
                row.getObject("subject", Long.class),
                place == null ? null : String.format("%012d", place),
                row.getInt("month"),
                row.getLong("count"));
    }

    private Map<String, Object> parameters(StatisticsScope scope, int year) {
        Map<String, Object> parameters = new LinkedHashMap<>(scope.parameters());
        parameters.put("yearFrom", LedgerConditions.start(LocalDate.of(year, 1, 1)));
        parameters.put("yearTo", LedgerConditions.start(LocalDate.of(year + 1, 1, 1)));
        parameters.put("now", LedgerConditions.at(clock.instant()));
        return parameters;
    }
}
