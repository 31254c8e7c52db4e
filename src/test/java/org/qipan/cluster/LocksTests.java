package org.qipan.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.qipan.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class LocksTests {

    private static final DataSource DATABASE = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final List<String> done = new ArrayList<>();

    @Test
    void lastsUntilTheTransactionEnds() {
        inTransaction(() -> {
            assertThat(Locks.take(jdbc, "test.work")).isTrue();
            assertThat(takenBesides("test.work")).isFalse();
            assertThat(takenBesides("test.other")).isTrue();
        });
        assertThat(takenBesides("test.work")).isTrue();
    }

    @Test
    void awaitHoldsTheSameLock() {
        inTransaction(() -> {
            Locks.await(jdbc, "test.work");
            assertThat(takenBesides("test.work")).isFalse();
        });
    }

    @Test
    void runsAloneOrNotAtAll() {
        assertThat(Locks.alone(DATABASE, "test.work", () -> {
                    done.add("first");
                    assertThat(Locks.alone(DATABASE, "test.work", () -> done.add("second")))
                            .isFalse();
                }))
                .isTrue();
        assertThat(Locks.alone(DATABASE, "test.work", () -> done.add("third"))).isTrue();
        assertThat(done).containsExactly("first", "third");
    }

    /** As another node would: in a transaction of its own. */
    private static boolean takenBesides(String name) {
        try (Connection connection = DATABASE.getConnection()) {
            connection.setAutoCommit(false);
            boolean taken = Locks.take(JdbcClient.create(new SingleConnectionDataSource(connection, true)), name);
            connection.rollback();
            return taken;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void inTransaction(Runnable work) {
        new TransactionTemplate(new JdbcTransactionManager(DATABASE)).executeWithoutResult(status -> work.run());
    }
}
