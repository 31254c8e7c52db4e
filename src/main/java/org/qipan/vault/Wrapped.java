package org.qipan.vault;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A key sealed by the master key.
 *
 * @param version of the master key
 */
record Wrapped(int version, Sealed sealed) {

    /** Columns as {@code case_key} and {@code root_secret} have them. */
    static Wrapped of(ResultSet row) throws SQLException {
        return new Wrapped(
                row.getInt("key_version"),
                new Sealed(
                        Algorithm.named(row.getString("key_algorithm")),
                        row.getBytes("key_nonce"),
                        row.getBytes("wrapped")));
    }
}
