package org.qipan.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A row of the register by its place in it: newest first. Of an anonymous matter {@code received} is the beginning of its day. */
record LedgerKey(Instant received, UUID id) {

    /** PostgreSQL compares ids byte by byte, Java by signed halves. */
    static final Comparator<LedgerKey> NEWEST_FIRST = Comparator.comparing(LedgerKey::received)
            .thenComparing(key -> key.id().toString())
            .reversed();

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,17})_([0-9a-f-]{36})");

    static LedgerKey row(ResultSet row, int n) throws SQLException {
        return new LedgerKey(
                row.getObject("received", OffsetDateTime.class).toInstant(), row.getObject("id", UUID.class));
    }

    /** Reads {@code microseconds_id}; null if it is none. */
    static @Nullable LedgerKey of(@Nullable String text) {
        Matcher matcher = SHAPE.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            return null;
        }
        try {
            long micros = Long.parseLong(matcher.group(1));
            return new LedgerKey(
                    Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000),
                    UUID.fromString(matcher.group(2)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    String text() {
        return received.getEpochSecond() * 1_000_000 + received.getNano() / 1_000 + "_" + id;
    }
}
