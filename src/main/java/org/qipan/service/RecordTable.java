package org.qipan.service;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;
import org.qipan.directory.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of work_record. */
@Repository
class RecordTable {

    static final String COLUMNS = """
            r.id, r.unit, r.kind, r.quantity, r.second_quantity, r.day, r.grid, r.note, r.campaign, r.replaces,
            r.withdrawn_at is null and r.superseded_at is null as counts, r.reason
            """;

    private final JdbcClient jdbc;

    RecordTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a row; empty if this client id is known already. */
    Optional<Long> insert(
            Entry entry,
            boolean aggregate,
            Unit unit,
            long ownerArea,
            UUID by,
            Post as,
            Instant now,
            @Nullable Long replaces,
            @Nullable String reason) {
        return jdbc.sql("""
                        insert into work_record (client_id, unit, area, owner_area, kind, aggregate_only, quantity, second_quantity, day, grid,
                            note, campaign, recorded_at, received_at, recorded_by, post_role, replaces, reason)
                        values (:client, :unit, :area, :owner, :kind, :aggregate, :quantity, :second, :day, :grid,
                            :note, :campaign, :recorded, :received, :by, :role, :replaces, :reason)
                        on conflict (client_id) do nothing returning id
                        """)
                .param("client", entry.clientId())
                .param("unit", unit.code())
                .param("area", unit.area())
                .param("owner", ownerArea)
                .param("kind", entry.kind())
                .param("aggregate", aggregate)
                .param("quantity", entry.quantity())
                .param("second", entry.secondQuantity(), Types.NUMERIC)
                .param("day", Date.valueOf(entry.day()))
                .param("grid", entry.grid(), Types.VARCHAR)
                .param("note", entry.note(), Types.VARCHAR)
                .param("campaign", entry.campaign(), Types.OTHER)
                .param("recorded", Timestamp.from(entry.recordedAt()))
                .param("received", Timestamp.from(now))
                .param("by", by)
                .param("role", as.role())
                .param("replaces", replaces, Types.BIGINT)
                .param("reason", reason, Types.VARCHAR)
                .query(Long.class)
                .optional();
    }

    /** The row for its author, who may withdraw or correct it; locked. */
    Optional<Owned> lock(long id, UUID author) {
        return jdbc.sql("""
                        select id, unit, kind, campaign, received_at, withdrawn_at is null and superseded_at is null as counts
                        from work_record where id = :id and recorded_by = :author for update
                        """)
                .param("id", id)
                .param("author", author)
                .query((row, n) -> new Owned(
                        row.getLong("id"),
                        row.getString("unit"),
                        row.getString("kind"),
                        row.getObject("campaign", UUID.class),
                        row.getTimestamp("received_at").toInstant(),
                        row.getBoolean("counts")))
                .optional();
    }

    Optional<Long> byClient(UUID client, UUID author) {
        return jdbc.sql("select id from work_record where client_id = :client and recorded_by = :author")
                .param("client", client)
                .param("author", author)
                .query(Long.class)
                .optional();
    }

    boolean byAuthor(long id, UUID author) {
        return jdbc.sql("select exists (select 1 from work_record where id = :id and recorded_by = :author)")
                .param("id", id)
                .param("author", author)
                .query(Boolean.class)
                .single();
    }

    void withdraw(long id, @Nullable String reason, Instant now) {
        jdbc.sql("update work_record set withdrawn_at = :now, reason = coalesce(:reason, reason) where id = :id")
                .param("id", id)
                .param("reason", reason, Types.VARCHAR)
                .param("now", Timestamp.from(now))
                .update();
    }

    void supersede(long id, Instant now) {
        jdbc.sql("update work_record set superseded_at = :now where id = :id")
                .param("id", id)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** A record within reach. */
    Optional<WorkRecord> find(long id, Reach reach, UUID reader) {
        return jdbc.sql("select " + COLUMNS + " from work_record r where r.id = :id and (r.recorded_by = :reader or "
                        + Reach.CONDITION + ")")
                .param("id", id)
                .param("reader", reader)
                .param("reachUnits", reach.unitCodes())
                .param("reachFrom", reach.froms())
                .param("reachTo", reach.tos())
                .query(RecordTable::record)
                .optional();
    }

    /** All versions of a record, newest first. */
    List<WorkRecord> versions(long id) {
        return jdbc.sql(
                        """
                        with recursive older as (select id, replaces from work_record where id = :id
                            union select w.id, w.replaces from work_record w join older on w.id = older.replaces),
                        newer as (select id from work_record where id = :id
                            union select w.id from work_record w join newer on w.replaces = newer.id)
                        """ + "select "
                                + COLUMNS
                                + " from work_record r where r.id in (select id from older union select id from newer) order by r.id desc")
                .param("id", id)
                .query(RecordTable::record)
                .list();
    }

    static WorkRecord record(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        @Nullable BigDecimal second = row.getBigDecimal("second_quantity");
        long replaces = row.getLong("replaces");
        @Nullable Long replaced = row.wasNull() ? null : replaces;
        return new WorkRecord(
                row.getLong("id"),
                row.getString("unit"),
                row.getString("kind"),
                row.getBigDecimal("quantity"),
                second,
                row.getObject("day", LocalDate.class),
                row.getString("grid"),
                row.getString("note"),
                row.getObject("campaign", UUID.class),
                replaced,
                row.getBoolean("counts"),
                row.getString("reason"));
    }

    /** What the author needs to change a record. */
    record Owned(
            long id, String unit, String kind, @Nullable UUID campaign, Instant receivedAt, boolean counts) {}
}
