package org.qipan.reception;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code reception_day} and {@code reception_visit}. */
@Repository
class ReceptionTable {

    private static final String DAYS =
            "select d.*, (select count(*) from reception_visit v where v.day = d.id) as taken from reception_day d ";
    private static final String VISITS =
            "select v.*, d.day as held from reception_visit v join reception_day d on d.id = v.day ";

    private final JdbcClient jdbc;
    private final Clock clock;

    ReceptionTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void plan(ReceptionDay day, UUID by) {
        jdbc.sql("""
                        insert into reception_day (id, unit, role, day, opens, closes, place, slots, planned_by, planned)
                        values (:id, :unit, :role, :day, :opens, :closes, :place, :slots, :by, :now)
                        """)
                .param("id", day.id())
                .param("unit", day.leader().unit())
                .param("role", day.leader().role())
                .param("day", day.day())
                .param("opens", day.opens())
                .param("closes", day.closes())
                .param("place", day.place())
                .param("slots", day.slots())
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void cancel(UUID id, String why) {
        jdbc.sql("update reception_day set cancelled = :now, cancelled_why = :why where id = :id and cancelled is null")
                .param("now", OffsetDateTime.now(clock))
                .param("why", why)
                .param("id", id)
                .update();
    }

    Optional<ReceptionDay> find(UUID id) {
        return jdbc.sql(DAYS + "where d.id = ?")
                .param(id)
                .query(ReceptionTable::day)
                .optional();
    }

    /** The day, locked until the transaction ends, so that no more come than there are slots. */
    Optional<ReceptionDay> lock(UUID id) {
        return jdbc.sql("select id from reception_day where id = ? for update")
                .param(id)
                .query(UUID.class)
                .optional()
                .flatMap(this::find);
    }

    /** Of these units from a day on, the next first. */
    List<ReceptionDay> from(Collection<String> units, LocalDate day) {
        return jdbc.sql(DAYS + "where d.unit = any (:units) and d.day >= :day order by d.day, d.opens, d.id limit 200")
                .param("units", units.toArray(String[]::new))
                .param("day", day)
                .query(ReceptionTable::day)
                .list();
    }

    /** All that are held between two days, for everybody to read. */
    List<ReceptionDay> coming(LocalDate from, LocalDate to) {
        return jdbc.sql(
                        DAYS
                                + "where d.cancelled is null and d.day between :from and :to order by d.day, d.unit, d.opens limit 500")
                .param("from", from)
                .param("to", to)
                .query(ReceptionTable::day)
                .list();
    }

    void put(UUID id, UUID day, UUID complaint, UUID by) {
        jdbc.sql(
                        "insert into reception_visit (id, day, complaint, put_by, put) values (:id, :day, :complaint, :by, :now)")
                .param("id", id)
                .param("day", day)
                .param("complaint", complaint)
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Takes a matter off the days that are still to come. @return false if it was on none */
    boolean off(UUID complaint, LocalDate today) {
        return jdbc.sql("""
                        delete from reception_visit v using reception_day d
                        where d.id = v.day and v.complaint = :complaint and v.came is null and d.day >= :today""").param("complaint", complaint).param("today", today).update() > 0;
    }

    void note(UUID id, boolean came, UUID by, @Nullable UUID followup) {
        jdbc.sql("""
                        update reception_visit set came = :came, noted = :now, noted_by = :by, followup = cast(:followup as uuid)
                        where id = :id
                        """)
                .param("came", came)
                .param("now", OffsetDateTime.now(clock))
                .param("by", by)
                .param("followup", followup)
                .param("id", id)
                .update();
    }

    List<Visit> ofDay(UUID day) {
        return jdbc.sql(VISITS + "where v.day = ? order by v.put, v.id")
                .param(day)
                .query(ReceptionTable::visit)
                .list();
    }

    /** Of a matter: those that took place, and those to come on days that are not called off. */
    List<Visit> ofMatter(UUID complaint) {
        return jdbc.sql(VISITS
                        + "where v.complaint = ? and (d.cancelled is null or v.came is not null) order by d.day, v.id")
                .param(complaint)
                .query(ReceptionTable::visit)
                .list();
    }

    Optional<Visit> lockVisit(UUID id) {
        return jdbc.sql(VISITS + "where v.id = ? for update of v")
                .param(id)
                .query(ReceptionTable::visit)
                .optional();
    }

    private static ReceptionDay day(ResultSet row, int n) throws SQLException {
        return new ReceptionDay(
                row.getObject("id", UUID.class),
                new Post(row.getString("role"), row.getString("unit")),
                row.getObject("day", LocalDate.class),
                row.getObject("opens", LocalTime.class),
                row.getObject("closes", LocalTime.class),
                row.getString("place"),
                row.getInt("slots"),
                row.getInt("taken"),
                row.getString("cancelled_why"));
    }

    private static Visit visit(ResultSet row, int n) throws SQLException {
        return new Visit(
                row.getObject("id", UUID.class),
                row.getObject("day", UUID.class),
                row.getObject("complaint", UUID.class),
                row.getObject("held", LocalDate.class),
                row.getObject("came", Boolean.class),
                row.getObject("followup", UUID.class));
    }
}
