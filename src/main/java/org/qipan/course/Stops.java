package org.qipan.course;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.qipan.deadline.Pause;
import org.qipan.worklist.WorkRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code complaint_stop}: when clocks stood still. */
@Repository
public class Stops {

    private final JdbcClient jdbc;
    private final Clock clock;

    Stops(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of a clock, oldest first. */
    public List<Pause> of(long id) {
        return jdbc.sql("select started, ended from complaint_stop where clock = ? order by started")
                .param(id)
                .query(Stops::pause)
                .list();
    }

    /** Whether none of these days is left out already. */
    public boolean free(long id, Pause pause) {
        return jdbc.sql("""
                        select not exists (select from complaint_stop where clock = :clock
                            and started < :to and coalesce(ended, 'infinity') > :from)""")
                .param("clock", id)
                .param("from", at(pause.from()))
                .param("to", at(Objects.requireNonNull(pause.to())))
                .query(Boolean.class)
                .single();
    }

    public void begin(long id, Instant from) {
        jdbc.sql("insert into complaint_stop (clock, started) values (?, ?)")
                .params(id, at(from))
                .update();
    }

    /** Ends the one that stands. */
    public Pause end(long id, Instant to) {
        return jdbc.sql(
                        "update complaint_stop set ended = :to where clock = :clock and ended is null returning started, ended")
                .param("to", at(to))
                .param("clock", id)
                .query(Stops::pause)
                .single();
    }

    public void add(long id, Pause pause) {
        jdbc.sql("insert into complaint_stop (clock, started, ended) values (?, ?, ?)")
                .params(id, at(pause.from()), at(Objects.requireNonNull(pause.to())))
                .update();
    }

    /** The end of a clock, moved by a pause. */
    public void move(long id, Instant due) {
        jdbc.sql("update complaint_clock set due = ? where id = ?")
                .params(at(due), id)
                .update();
    }

    private OffsetDateTime at(Instant moment) {
        return moment.atZone(clock.getZone()).toOffsetDateTime();
    }

    private static Pause pause(ResultSet row, int n) throws SQLException {
        return new Pause(Objects.requireNonNull(WorkRows.instant(row, "started")), WorkRows.instant(row, "ended"));
    }
}
