package org.qipan.term;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.deadline.DayUnit;
import org.qipan.deadline.TermKind;
import org.qipan.directory.AreaRange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code term_rule}. Rows are added and never changed. */
@Repository
class TermTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    TermTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What holds on a day for a unit and a channel: of the smallest area that has its own, and there of the channel before all channels. */
    Optional<TermRow> holding(String code, String unit, @Nullable String channel, LocalDate day) {
        return jdbc.sql("""
                        select * from (
                            select distinct on (area, channel) * from term_rule
                            where code = :code and valid_from <= :day and (area is null or :at between low and high)
                                and (channel is null or channel = cast(:channel as text))
                            order by area, channel, valid_from desc, id desc) held
                        where days is not null order by high - low nulls last, channel nulls last limit 1""")
                .param("code", code)
                .param("day", day)
                .param("at", AreaRange.of(unit).from())
                .param("channel", channel)
                .query(TermTable::row)
                .optional();
    }

    Optional<TermRow> find(long id) {
        return jdbc.sql("select * from term_rule where id = ?")
                .param(id)
                .query(TermTable::row)
                .optional();
    }

    /** Every version of every term, newest first. */
    List<TermRow> all() {
        return jdbc.sql("select * from term_rule order by valid_from desc, id desc")
                .query(TermTable::row)
                .list();
    }

    /** The newest row of a code, locked with the others: whoever changes it at the same time comes second. */
    long lock(String code) {
        return jdbc
                .sql("select id from term_rule where code = ? order by id for update")
                .param(code)
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    void add(TermEntry entry, @Nullable UUID by) {
        AreaRange range = entry.area() == null ? null : AreaRange.of(entry.area());
        jdbc.sql("""
                        insert into term_rule (code, name, area, low, high, channel, days, unit, extension, kind, source, valid_from,
                            made_by, made_at, why)
                        values (:code, :name, :area, cast(:low as bigint), cast(:high as bigint), :channel, cast(:days as int), :unit,
                            :extension, :kind, :source, :from, cast(:by as uuid), :now, :why)
                        """)
                .param("code", entry.code())
                .param("name", entry.name())
                .param("area", entry.area())
                .param("low", range == null ? null : range.from())
                .param("high", range == null ? null : range.to())
                .param("channel", entry.channel())
                .param("days", entry.days())
                .param("unit", entry.unit().name().toLowerCase(Locale.ROOT))
                .param("extension", Objects.requireNonNull(entry.extension()))
                .param("kind", entry.kind().name().toLowerCase(Locale.ROOT))
                .param("source", entry.source())
                .param("from", Objects.requireNonNull(entry.from()))
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .param("why", entry.why())
                .update();
    }

    private static TermRow row(ResultSet row, int n) throws SQLException {
        return new TermRow(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("area"),
                row.getString("channel"),
                row.getObject("days", Integer.class),
                DayUnit.valueOf(row.getString("unit").toUpperCase(Locale.ROOT)),
                row.getInt("extension"),
                TermKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("source"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("made_by", UUID.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("why"));
    }
}
