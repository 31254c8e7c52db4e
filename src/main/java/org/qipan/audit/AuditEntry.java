package org.qipan.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One stored record; {@code detail} is JSON text. */
record AuditEntry(
        long id,
        Instant at,
        @Nullable UUID actor,
        String post,
        String action,
        String objectKind,
        String objectId,
        String detail) {

    static final String COLUMNS =
            "a.id, a.at, a.actor, a.actor_post, a.action, a.object_kind, a.object_id, a.detail::text as detail";

    static AuditEntry of(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("actor", UUID.class),
                row.getString("actor_post"),
                row.getString("action"),
                row.getString("object_kind"),
                row.getString("object_id"),
                row.getString("detail"));
    }
}
