package org.qipan.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;

/** Rows of this module's tables as records. */
final class CaseRows {

    /** Notes are kept apart because they may be withdrawn; a reader sees one line of events. */
    static final String TIMELINE = """
            select id, case_id, at, act, by, acting_for, role, unit, remark, facts::text as facts from case_event where case_id = :case
            union all
            select id, case_id, at, 'comment', by, acting_for, role, unit, text, '{}' from case_note where case_id = :case
            order by at desc, id desc
            limit 500
            """;

    private CaseRows() {}

    /** Words for who did something. */
    interface Titles {
        @Nullable
        String of(@Nullable Post post, @Nullable UUID by, @Nullable UUID actingFor);
    }

    static CaseFile file(ResultSet row, int n) throws SQLException {
        OffsetDateTime closed = row.getObject("closed", OffsetDateTime.class);
        return new CaseFile(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("number"),
                row.getString("title"),
                row.getString("unit"),
                row.getLong("area"),
                row.getLong("owner_area"),
                row.getObject("started_by", UUID.class),
                row.getObject("opened", OffsetDateTime.class).toInstant(),
                closed == null ? null : closed.toInstant());
    }

    static CaseEvent event(ResultSet row, Titles titles, Sayings sayings) throws SQLException {
        String role = row.getString("role");
        @Nullable UUID by = row.getObject("by", UUID.class);
        @Nullable Post post = role == null ? null : new Post(role, row.getString("unit"));
        return new CaseEvent(
                row.getLong("id"),
                row.getObject("case_id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("act"),
                by,
                post,
                titles.of(post, by, row.getObject("acting_for", UUID.class)),
                row.getString("remark"),
                sayings.facts(row.getString("facts")));
    }
}
