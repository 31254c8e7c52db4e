package org.qipan.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;

/** Rows of {@code work_item} as records. */
public final class WorkRows {

    private WorkRows() {}

    static StoredItem stored(ResultSet row, int n) throws SQLException {
        return new StoredItem(item(row, n), row.getString("state"), instant(row, "closed"));
    }

    static WorkItem item(ResultSet row, int n) throws SQLException {
        long stage = row.getLong("stage");
        @Nullable Long stageId = row.wasNull() ? null : stage;
        return new WorkItem(
                row.getLong("id"),
                row.getString("task"),
                row.getString("key"),
                row.getString("process"),
                row.getString("ref"),
                row.getObject("case_id", UUID.class),
                row.getString("kind"),
                row.getString("number"),
                row.getString("title"),
                row.getString("subject"),
                stageId,
                new Post(row.getString("role"), row.getString("unit")),
                row.getObject("assignee", UUID.class),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                instant(row, "due"),
                instant(row, "started"),
                row.getBoolean("paused"),
                row.getBoolean("blocked"),
                row.getBoolean("claim"),
                row.getInt("version"));
    }

    /** Infinity, kept so that the list has one order, means: no clock. */
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null || moment.equals(OffsetDateTime.MAX) ? null : moment.toInstant();
    }
}
