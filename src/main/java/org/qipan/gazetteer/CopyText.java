package org.qipan.gazetteer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into a table by COPY, in the text format of PostgreSQL. */
final class CopyText {

    private static final int CHUNK = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder buffer = new StringBuilder();

    CopyText(Connection connection, String target) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + target + " from stdin");
    }

    void row(@Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                buffer.append('\t');
            }
            append(values[i]);
        }
        buffer.append('\n');
        if (buffer.length() > CHUNK) {
            flush();
        }
    }

    /** Ends the copy; without it nothing is kept. */
    long end() throws SQLException {
        flush();
        return copy.endCopy();
    }

    /** Gives the connection back to other statements after a failure. */
    void cancel() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            buffer.append("\\N");
            return;
        }
        String text = value.toString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> buffer.append("\\\\");
                case '\t' -> buffer.append("\\t");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                case '\0' -> buffer.append('\uFFFD');
                default -> buffer.append(c);
            }
        }
    }

    /** Reads rows from somewhere and writes them into the copy. */
    interface Rows {
        void into(CopyText copy) throws SQLException, IOException;
    }

    static long run(Connection connection, String target, Rows rows) throws SQLException, IOException {
        CopyText copy = new CopyText(connection, target);
        try {
            rows.into(copy);
            return copy.end();
        } finally {
            copy.cancel();
        }
    }
}
