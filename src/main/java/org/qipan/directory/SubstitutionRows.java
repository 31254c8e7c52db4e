package org.qipan.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code substitution} as records. */
final class SubstitutionRows {

    static final String SELECT = """
            select s.id, s.absent, a.name as absent_name, s.substitute, b.name as substitute_name, s.from_day, s.to_day, s.kind, s.reason,
                s.ended_at, s.seen_at
            from substitution s join staff a on a.id = s.absent join staff b on b.id = s.substitute
            """;

    private SubstitutionRows() {}

    static Substitution read(ResultSet row, int n) throws SQLException {
        return new Substitution(
                row.getObject("id", UUID.class),
                row.getObject("absent", UUID.class),
                row.getString("absent_name"),
                row.getObject("substitute", UUID.class),
                row.getString("substitute_name"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getString("kind"),
                row.getString("reason"),
                instant(row, "ended_at"),
                instant(row, "seen_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
