package org.qipan.directory;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Numbers of the advisory locks of this module. One node at a time does what they guard. */
public final class Locks {

    public static final long FIRST_LOAD = 7_100_001;
    public static final long SYNC = 7_100_002;
    public static final long APPLY_IMPORT = 7_100_003;

    private Locks() {}

    /** Runs the work if no other node is at it; the lock goes with the connection, so a dead node holds nothing. */
    public static boolean alone(DataSource database, long lock, Runnable work) {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            try (var result = statement.executeQuery("select pg_try_advisory_lock(" + lock + ")")) {
                result.next();
                if (!result.getBoolean(1)) {
                    return false;
                }
            }
            try {
                work.run();
                return true;
            } finally {
                statement.execute("select pg_advisory_unlock(" + lock + ")");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
