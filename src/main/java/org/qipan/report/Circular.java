package org.qipan.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A circular. @param number and signature are null in a draft */
record Circular(
        UUID id,
        int version,
        UUID campaign,
        String unit,
        String title,
        String content,
        @Nullable String number,
        @Nullable String signedRole,
        @Nullable Instant signedAt) {

    public boolean signed() {
        return signedAt != null;
    }

    /** The date under the signature. */
    public @Nullable LocalDate signedOn() {
        return signedAt == null ? null : LocalDate.ofInstant(signedAt, ZoneId.of("Asia/Shanghai"));
    }

    public List<String> paragraphs() {
        return content.lines().filter(line -> !line.isBlank()).toList();
    }

    static Circular read(ResultSet row, int number) throws SQLException {
        Timestamp signed = row.getTimestamp("signed_at");
        return new Circular(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("campaign", UUID.class),
                row.getString("unit"),
                row.getString("title"),
                row.getString("content"),
                row.getString("number"),
                row.getString("signed_role"),
                signed == null ? null : signed.toInstant());
    }
}
