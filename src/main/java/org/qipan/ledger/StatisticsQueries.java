package org.qipan.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    /** @param subject id of a version, null for what is not sorted */
    record Month(@Nullable Long subject, int month, long count) {}

    record Place(String unit, long count) {}

    record Kept(String code, long kept, long ended) {}

    List<Month> months(LedgerScope scope, int year) {
        return jdbc.sql("""
                        select c.subject, cast(extract(month from c.received at time zone 'Asia/Shanghai') as int) as month, count(*) as count
                        from complaint c where c.received >= :yearFrom and c.received < :yearTo and
                        """ + scope.whole() + " group by 1, 2")
                .params(parameters(scope, year))
                .query((row, n) ->
                        new Month(row.getObject("subject", Long.class), row.getInt("month"), row.getLong("count")))
                .list();
    }

    /** Places with five and more, the most first. */
    List<Place> places(LedgerScope scope, int year) {
        return jdbc.sql("""
                        select c.place as unit, count(*) as count from complaint c
                        where c.place is not null and c.received >= :yearFrom and c.received < :yearTo and
                        """ + scope.whole() + " group by c.place order by count(*) desc, c.place")
                .params(parameters(scope, year))
                .query(Place.class)
                .list();
    }

    List<Kept> clocks(LedgerScope scope, int year) {
        return jdbc.sql("select k.code, count(*) filter (where k.done < k.due) as kept, count(*) as ended"
                        + " from complaint_clock k join complaint c on c.id = k.complaint where "
                        + LedgerConditions.DUE + " and " + scope.whole() + " group by k.code order by k.code")
                .params(parameters(scope, year))
                .query(Kept.class)
                .list();
    }

    List<LedgerKey> oldest(LedgerScope scope, int limit) {
        return jdbc.sql("select c.received, c.id from complaint c where c.closed is null and " + scope.whole()
                        + " order by c.received, c.id limit " + limit)
                .params(scope.parameters())
                .query((row, n) -> new LedgerKey(
                        row.getObject("received", OffsetDateTime.class).toInstant(), row.getObject("id", UUID.class)))
                .list();
    }

    private Map<String, Object> parameters(LedgerScope scope, int year) {
        Map<String, Object> parameters = new LinkedHashMap<>(scope.parameters());
        parameters.put("yearFrom", LedgerConditions.start(LocalDate.of(year, 1, 1)));
        parameters.put("yearTo", LedgerConditions.start(LocalDate.of(year + 1, 1, 1)));
        parameters.put("now", LedgerConditions.at(clock.instant()));
        return parameters;
    }
}
