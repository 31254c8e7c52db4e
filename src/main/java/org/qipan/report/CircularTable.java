package org.qipan.report;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qipan.directory.AreaRange;
import org.qipan.directory.Staff;
import org.qipan.worklist.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of circulars and of their receipts; a stale copy cannot be saved, a signed one not at all. */
@Repository
class CircularTable {

    private final JdbcClient jdbc;

    CircularTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, UUID campaign, String unit, String title, String content, UUID by, Instant now) {
        jdbc.sql("""
                        insert into circular (id, campaign, unit, area, title, content, state, made_by, made_at)
                        values (:id, :campaign, :unit, :area, :title, :content, 'DRAFT', :by, :now)
                        """)
                .param("id", id)
                .param("campaign", campaign)
                .param("unit", unit)
                .param("area", AreaRange.of(unit).from())
                .param("title", title)
                .param("content", content)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Circular> find(UUID id) {
        return jdbc.sql("select * from circular where id = :id")
                .param("id", id)
                .query(Circular::read)
                .optional();
    }

    /** The one a unit made last for a campaign. */
    Optional<Circular> newest(UUID campaign, String unit) {
        return jdbc.sql(
                        "select * from circular where campaign = :campaign and unit = :unit order by made_at desc, id desc limit 1")
                .param("campaign", campaign)
                .param("unit", unit)
                .query(Circular::read)
                .optional();
    }

    void write(UUID id, int version, String title, String content) {
        changed(jdbc.sql("update circular set title = :title, content = :content, version = version + 1"
                        + " where id = :id and version = :version and state = 'DRAFT'")
                .param("title", title)
                .param("content", content)
                .param("id", id)
                .param("version", version)
                .update());
    }

    void sign(UUID id, int version, String number, String role, Staff by, Instant now) {
        changed(jdbc.sql("""
                        update circular set state = 'SIGNED', number = :number, signed_by = :by, signed_role = :role, signed_at = :now,
                            version = version + 1 where id = :id and version = :version and state = 'DRAFT'
                        """)
                .param("number", number)
                .param("by", by.id())
                .param("role", role)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .param("version", version)
                .update());
    }

    /** Every unit owes a receipt. */
    void send(UUID id, List<String> units) {
        jdbc.sql("insert into circular_receipt (circular, unit) select :id, unnest(cast(:units as text[]))")
                .param("id", id)
                .param("units", units.toArray(String[]::new))
                .update();
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw new Refused("report.refused.stale");
        }
    }
}
