package org.qipan.annual;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.AreaRange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts the matters of a unit's area that were received in a year. Those that complain of the unit itself are with the level above and
 * are counted there alone, and so are those from which somebody who reads the report is excluded. Sealed ones are in no count: beside the register, which leaves them out, the difference would tell of them.
 */
@Repository
class AnnualQueries {

    private static final String MATTERS = """
             from complaint c where not c.sealed and c.area between :low and :high and c.received >= :from and c.received < :until
              and not case_excluded(c.id, null, array[cast(:unit as text)], array[cast(:low as bigint)]) and c.id <> all (:hidden)""";

    private final JdbcClient jdbc;
    private final Clock clock;

    AnnualQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a report is of. @param hidden matters that are in no count of it */
    record Of(String unit, int year, List<UUID> hidden) {}

    /** @param key null for what has none yet */
    record Count(@Nullable String key, long count) {}

    record Totals(
            long received,
            long closed,
            long withdrawn,
            long groups,
            long repeats,
            long forwarded,
            long entrusted,
            long entrustedClosed,
            long suggestions,
            long adopted) {}

    record Kept(String code, long kept, long ended) {}

    record Asked(long made, long answered, long open) {}

    Totals totals(Of of) {
        return jdbc.sql("""
                        select count(*) as received, count(*) filter (where c.state = 'closed') as closed,
                            count(*) filter (where c.state = 'withdrawn') as withdrawn,
                            count(*) filter (where c.people >= 5) as groups, count(*) filter (where c.merged_into is not null) as repeats,
                            count(*) filter (where c.forwarder is not null) as forwarded,
                            count(*) filter (where c.report_back is not null) as entrusted,
                            count(*) filter (where c.report_back is not null and c.state = 'closed') as entrusted_closed,
                            count(*) filter (where c.kind = 'suggestion') as suggestions,
                            count(*) filter (where c.kind = 'suggestion' and c.verdict = 'support') as adopted
                        """ + MATTERS)
                .params(parameters(of))
                .query(Totals.class)
                .single();
    }

    /** By {@code channel}, {@code kind}, {@code verdict} or {@code subject}, the most first. */
    List<Count> by(String column, Of of) {
        if (!List.of("channel", "kind", "verdict", "subject").contains(column)) {
            throw new IllegalArgumentException(column);
        }
        return jdbc.sql("select c." + column + "::text as key, count(*) as count " + MATTERS
                        + " group by 1 order by count(*) desc, 1")
                .params(parameters(of))
                .query(Count.class)
                .list();
    }

    /** Clocks of these matters that were to end by now, or did. */
    List<Kept> clocks(Of of) {
        return jdbc.sql("""
                        select k.code, count(*) filter (where k.done < k.due) as kept, count(*) as ended
                        from complaint_clock k where (k.done is not null or k.due <= :now) and k.complaint in (select c.id
                        """ + MATTERS + ") group by k.code order by k.code")
                .params(parameters(of))
                .param("now", OffsetDateTime.now(clock))
                .query(Kept.class)
                .list();
    }

    /** What offices of the unit asked in the year: {@code advice}, {@code supervision}, {@code instruction}, {@code followup}. Acts of offices. */
    Asked asked(String kind, Of of) {
        return jdbc.sql("""
                        select count(*) as made, count(*) filter (where state = 'accepted') as answered,
                            count(*) filter (where ended is null) as open
                        from demand where kind = :kind and unit = :unit and at >= :from and at < :until
                        """)
                .params(parameters(of))
                .param("kind", kind)
                .query(Asked.class)
                .single();
    }

    private Map<String, Object> parameters(Of of) {
        String unit = of.unit();
        int year = of.year();
        AreaRange area = AreaRange.of(unit);
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("unit", unit);
        parameters.put("low", area.from());
        parameters.put("high", area.to());
        parameters.put("hidden", of.hidden().toArray(UUID[]::new));
        parameters.put("from", start(year));
        parameters.put("until", start(year + 1));
        return parameters;
    }

    private OffsetDateTime start(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(clock.getZone()).toOffsetDateTime();
    }
}
