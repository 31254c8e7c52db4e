package org.qipan.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of the calendar. Every write first takes the version row, so writers follow one another. */
@Component
class CalendarDays {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    CalendarDays(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    long version() {
        return jdbc.sql("select version from calendar_version")
                .query(Long.class)
                .single();
    }

    /** Takes the calendar for this transaction and counts the change; returns the version before it. */
    long change() {
        return jdbc.sql("update calendar_version set version = version + 1 returning version - 1")
                .query(Long.class)
                .single();
    }

    WorkDays read() {
        Map<LocalDate, SpecialDay> days = jdbc
                .sql("select day, kind, name from calendar_day")
                .query((row, n) -> new SpecialDay(
                        row.getObject("day", LocalDate.class),
                        DayKind.of(row.getString("kind")),
                        row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(SpecialDay::day, day -> day, (a, b) -> b, HashMap::new));
        int last = jdbc.sql("select coalesce(max(year), 0) from calendar_year")
                .query(Integer.class)
                .single();
        return new WorkDays(days, last);
    }

    void put(Collection<SpecialDay> days, String source) {
        batch.batchUpdate(
                """
                insert into calendar_day (day, kind, name, source) values (?, ?, ?, ?)
                on conflict (day) do update set kind = excluded.kind, name = excluded.name, source = excluded.source
                """,
                days.stream()
                        .map(d -> new Object[] {d.day(), d.kind().code(), d.name(), source})
                        .toList());
    }

    void remove(LocalDate day) {
        jdbc.sql("delete from calendar_day where day = ?").param(day).update();
    }

    void removeYear(int year) {
        jdbc.sql("delete from calendar_day where day between ? and ?")
                .params(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                .update();
    }

    void publish(int year, String source, Instant at) {
        jdbc.sql("""
                        insert into calendar_year (year, source, loaded_at) values (?, ?, ?)
                        on conflict (year) do update set source = excluded.source, loaded_at = excluded.loaded_at
                        """).params(year, source, at.atOffset(ZoneOffset.UTC)).update();
    }
}
