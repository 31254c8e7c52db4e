package org.qipan.advice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Sayings;
import org.qipan.directory.AreaRange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code advice}, and the counts it is grounded on. */
@Repository
class AdviceTable {

    private static final String SELECT =
            "select a.*, f.number, f.title, f.said, d.state from advice a join case_file f on f.id = a.id join demand d on d.id = a.demand ";

    private final JdbcClient jdbc;
    private final Sayings sayings;
    private final Clock clock;

    AdviceTable(JdbcClient jdbc, Sayings sayings, Clock clock) {
        this.jdbc = jdbc;
        this.sayings = sayings;
        this.clock = clock;
    }

    void insert(Advice advice) {
        jdbc.sql("""
                        insert into advice (id, demand, unit, to_unit, kind, subject, from_day, to_day, matters, issued)
                        values (:id, :demand, :unit, :to, :kind, :subject, :from, :until, :matters, :now)
                        """)
                .param("id", advice.id())
                .param("demand", advice.demand())
                .param("unit", advice.unit())
                .param("to", advice.to())
                .param("kind", advice.kind().code())
                .param("subject", advice.subject())
                .param("from", advice.from())
                .param("until", advice.until())
                .param("matters", advice.matters())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    Optional<Advice> find(UUID id) {
        return jdbc.sql(SELECT + "where a.id = ?").param(id).query(this::row).optional();
    }

    /** Made by one of these units or addressed to one, those that wait for an answer first. */
    List<Advice> of(Collection<String> units) {
        return jdbc.sql(
                        SELECT
                                + "where a.unit = any (:units) or a.to_unit = any (:units) order by d.ended is not null, a.issued desc, a.id limit 500")
                .param("units", units.toArray(String[]::new))
                .query(this::row)
                .list();
    }

    /**
     * How many matters of the office's area there are. Sealed ones are not counted, nor those the addressee must not know of: a count would
     * tell it that somebody complained.
     *
     * @param subjects ids of versions, null for all
     */
    int matters(String unit, String addressee, @Nullable Set<Long> subjects, LocalDate from, LocalDate until) {
        AreaRange area = AreaRange.of(unit);
        return jdbc.sql("""
                        select count(*) from complaint c
                        where c.area between :low and :high and not c.sealed and c.merged_into is null
                          and c.received >= :from and c.received < :until
                          and (:all or c.subject = any (:subjects))
                          and not case_excluded(c.id, null, array[cast(:addressee as text)], array[cast(:place as bigint)])
                        """)
                .param("low", area.from())
                .param("high", area.to())
                .param("from", start(from))
                .param("until", start(until.plusDays(1)))
                .param("all", subjects == null)
                .param("subjects", subjects == null ? new Long[0] : subjects.toArray(Long[]::new))
                .param("addressee", addressee)
                .param("place", AreaRange.of(addressee).from())
                .query(Integer.class)
                .single();
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    private Advice row(ResultSet row, int n) throws SQLException {
        return new Advice(
                row.getObject("id", UUID.class),
                row.getString("number"),
                sayings.read(row.getString("said"), row.getString("title")),
                row.getObject("demand", UUID.class),
                row.getString("unit"),
                row.getString("to_unit"),
                AdviceKind.of(row.getString("kind")).orElseThrow(),
                row.getString("subject"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getInt("matters"),
                row.getString("state"));
    }
}
