package org.qipan.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Locks between the nodes, by name: {@code <module>.<work>}. PostgreSQL holds them, so a dead node holds nothing; two names with one hash
 * would only make one of the two wait.
 */
public final class Locks {

    private Locks() {}

    /** Takes the lock until the transaction ends; false, without waiting, if another transaction has it. */
    public static boolean take(JdbcClient jdbc, String name) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext(:name))")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    /** Takes the lock until the transaction ends, when the one that has it has ended. */
    public static void await(JdbcClient jdbc, String name) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(:name))")
                .param("name", name)
                .query(row -> {});
    }

    /** Runs work of several transactions if no other node is at it; the lock goes with a connection of its own. */
    public static boolean alone(DataSource database, String name, Runnable work) {
        try (Connection connection = database.getConnection()) {
            if (!call(connection, "select pg_try_advisory_lock(hashtext(?))", name)) {
                return false;
            }
            try {
                work.run();
                return true;
            } finally {
                call(connection, "select pg_advisory_unlock(hashtext(?))", name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean call(Connection connection, String sql, String name) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (var result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }
}
