package org.qipan.extension;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseTexts;
import org.qipan.directory.Post;
import org.qipan.worklist.WorkItem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code extension}. */
@Repository
class ExtensionRows {

    private final JdbcClient jdbc;
    private final CaseTexts texts;
    private final Clock clock;

    ExtensionRows(JdbcClient jdbc, CaseTexts texts, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.texts = texts;
    }

    void insert(ExtensionRequest request) {
        jdbc.sql("""
                        insert into extension (id, item, case_id, asked_by, role, unit, reason, from_due, to_due, at, to_role, to_unit)
                        values (:id, :item, :case, :by, :role, :unit, :reason, :from, :to, :at, :toRole, :toUnit)
                        """)
                .param("id", request.id())
                .param("item", request.item())
                .param("case", request.caseId())
                .param("by", request.askedBy())
                .param("role", request.as().role())
                .param("unit", request.as().unit())
                .param("reason", texts.keep(request.caseId(), request.reason()))
                .param("from", moment(request.from()))
                .param("to", moment(request.to()))
                .param("at", moment(request.at()))
                .param("toRole", request.approver().role())
                .param("toUnit", request.approver().unit())
                .update();
    }

    /** Of an item, newest first. */
    @Transactional
    List<ExtensionRequest> of(long item) {
        return jdbc.sql("select * from extension where item = :item order by at desc, id desc")
                .param("item", item)
                .query(this::row)
                .list();
    }

    /**
     * Whether the clock of an item is already one that was extended: the item came back to be changed, and its clock with it, which a pause
     * may have moved meanwhile.
     */
    boolean grantedBefore(WorkItem item, Instant due) {
        return jdbc.sql("""
                        select exists (select 1 from extension e join work_item w on w.id = e.item
                            where e.case_id = :case and e.unit = :unit and e.state = 'approved'
                                and (e.to_due = :due or e.at >= cast(:started as timestamptz)) and w.ref = :ref and w.key = :key)
                        """)
                .param("case", item.caseId())
                .param("unit", item.post().unit())
                .param("due", moment(due))
                .param("started", item.started() == null ? null : moment(item.started()))
                .param("ref", item.ref())
                .param("key", item.key())
                .query(Boolean.class)
                .single();
    }

    /** Those of a case that wait. */
    @Transactional
    List<ExtensionRequest> waiting(UUID caseId) {
        return jdbc.sql("select * from extension where case_id = :case and state = 'asked' order by at, id")
                .param("case", caseId)
                .query(this::row)
                .list();
    }

    @Transactional
    Optional<ExtensionRequest> find(UUID id) {
        return jdbc.sql("select * from extension where id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** Ends it if it still waits; false if somebody else was faster. @param by null where it ended with its case */
    boolean end(ExtensionRequest request, String state, @Nullable UUID by, @Nullable String remark) {
        return jdbc.sql("""
                        update extension set state = :state, decided_by = cast(:by as uuid), decided_at = :at, remark = :remark
                        where id = :id and state = 'asked'
                        """)
                        .param("state", state)
                        .param("by", by)
                        .param("at", OffsetDateTime.now(clock))
                        .param("remark", texts.keepAny(request.caseId(), remark))
                        .param("id", request.id())
                        .update()
                == 1;
    }

    private OffsetDateTime moment(Instant instant) {
        return instant.atZone(clock.getZone()).toOffsetDateTime();
    }

    private ExtensionRequest row(ResultSet row, int n) throws SQLException {
        UUID caseId = row.getObject("case_id", UUID.class);
        return new ExtensionRequest(
                row.getObject("id", UUID.class),
                row.getLong("item"),
                caseId,
                row.getObject("asked_by", UUID.class),
                new Post(row.getString("role"), row.getString("unit")),
                texts.read(caseId, row.getString("reason")),
                instant(row, "from_due"),
                instant(row, "to_due"),
                instant(row, "at"),
                new Post(row.getString("to_role"), row.getString("to_unit")),
                row.getString("state"),
                texts.readAny(caseId, row.getString("remark")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
