package org.qipan.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.AreaRange;
import org.qipan.worklist.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of packages; a stale copy cannot be saved. */
@Repository
class PackageTable {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    PackageTable(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Adds a package unless the unit has one for this campaign; returns the id of the one there is. */
    UUID add(ReportPackage made, UUID by, Instant now) {
        boolean added = jdbc.sql("""
                        insert into report_package (id, campaign, unit, area, state, created_by, created_at)
                        values (:id, :campaign, :unit, :area, :state, :by, :now) on conflict (campaign, unit) do nothing
                        """)
                        .param("id", made.id)
                        .param("campaign", made.campaign)
                        .param("unit", made.unit)
                        .param("area", AreaRange.of(made.unit).from())
                        .param("state", made.state().name())
                        .param("by", by)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
        if (added) {
            items(made, by, now);
            return made.id;
        }
        return find(made.campaign, made.unit).orElseThrow().id;
    }

    Optional<ReportPackage> find(UUID campaign, String unit) {
        return jdbc.sql("select * from report_package where campaign = :campaign and unit = :unit")
                .param("campaign", campaign)
                .param("unit", unit)
                .query(this::read)
                .optional();
    }

    Optional<ReportPackage> find(UUID id) {
        return jdbc.sql("select * from report_package where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** Packages of a unit and of everything below it, for one campaign or all; of a department only its own. */
    List<ReportPackage> within(String unit, @Nullable UUID campaign) {
        AreaRange area = AreaRange.of(unit);
        return jdbc.sql("select * from report_package where area between :low and :high"
                        + " and (:department::text is null or unit = :department)"
                        + " and (:campaign::uuid is null or campaign = :campaign) order by campaign desc, unit")
                .param("low", area.from())
                .param("high", area.to())
                .param("department", unit.contains("-") ? unit : null, Types.VARCHAR)
                .param("campaign", campaign, Types.OTHER)
                .query(this::read)
                .list();
    }

    void save(ReportPackage changed, UUID by, Instant now) {
        int saved = jdbc.sql("""
                        update report_package set version = version + 1, state = :state, round = :round, receipt = :receipt,
                            submitted_at = :submitted, received_at = :received, accepted_at = :accepted
                        where id = :id and version = :version
                        """)
                .param("id", changed.id)
                .param("version", changed.version)
                .param("state", changed.state().name())
                .param("round", changed.round())
                .param("receipt", changed.receipt(), Types.VARCHAR)
                .param("submitted", time(changed.submittedAt()), Types.TIMESTAMP)
                .param("received", time(changed.receivedAt()), Types.TIMESTAMP)
                .param("accepted", time(changed.acceptedAt()), Types.TIMESTAMP)
                .update();
        if (saved == 0) {
            throw new Refused("report.refused.stale");
        }
        items(changed, by, now);
    }

    /** Keeps what was submitted, word for word. */
    void keep(ReportPackage submitted, UUID by, Instant now) {
        try {
            jdbc.sql("insert into report_package_submission (package, round, items, submitted_by, submitted_at)"
                            + " values (:id, :round, :items::jsonb, :by, :now)")
                    .param("id", submitted.id)
                    .param("round", submitted.round())
                    .param("items", json.writeValueAsString(submitted.items.values()))
                    .param("by", by)
                    .param("now", Timestamp.from(now))
                    .update();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void items(ReportPackage of, UUID by, Instant now) {
        for (PackageItem item : of.items.values()) {
            jdbc.sql("""
                            insert into report_package_item (package, item, state, title, content, snapshot, consent, second_reader, confirmed,
                                remark, changed_by, changed_at)
                            values (:id, :item, :state, :title, :content, :snapshot, :consent, :reader, :confirmed, :remark, :by, :now)
                            on conflict (package, item) do update set state = excluded.state, title = excluded.title, content = excluded.content,
                                snapshot = excluded.snapshot, consent = excluded.consent, second_reader = excluded.second_reader,
                                confirmed = excluded.confirmed, remark = excluded.remark, changed_by = excluded.changed_by,
                                changed_at = excluded.changed_at
                            """)
                    .param("id", of.id)
                    .param("item", item.key())
                    .param("state", item.state().name())
                    .param("title", item.title(), Types.VARCHAR)
                    .param("content", item.content(), Types.VARCHAR)
                    .param("snapshot", item.snapshot(), Types.BIGINT)
                    .param("consent", item.consent())
                    .param("reader", item.secondReader(), Types.OTHER)
                    .param("confirmed", item.confirmed())
                    .param("remark", item.remark(), Types.VARCHAR)
                    .param("by", item.changedBy() == null ? by : item.changedBy())
                    .param("now", Timestamp.from(now))
                    .update();
        }
    }

    private ReportPackage read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Map<String, PackageItem> items = new LinkedHashMap<>();
        jdbc.sql("select * from report_package_item where package = :id order by array_position("
                        + "array['summary', 'form-a', 'form-b', 'form-c', 'case-1', 'case-2'], item)")
                .param("id", id)
                .query(line -> {
                    long snapshot = line.getLong("snapshot");
                    @Nullable Long kept = line.wasNull() ? null : snapshot;
                    items.put(
                            line.getString("item"),
                            new PackageItem(
                                    line.getString("item"),
                                    PackageItem.State.valueOf(line.getString("state")),
                                    line.getString("title"),
                                    line.getString("content"),
                                    kept,
                                    line.getBoolean("consent"),
                                    line.getObject("second_reader", UUID.class),
                                    line.getBoolean("confirmed"),
                                    line.getString("remark"),
                                    line.getObject("changed_by", UUID.class)));
                });
        return new ReportPackage(
                id,
                row.getInt("version"),
                row.getObject("campaign", UUID.class),
                row.getString("unit"),
                PackageState.valueOf(row.getString("state")),
                row.getInt("round"),
                row.getString("receipt"),
                instant(row, "submitted_at"),
                instant(row, "received_at"),
                instant(row, "accepted_at"),
                items);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp time(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
