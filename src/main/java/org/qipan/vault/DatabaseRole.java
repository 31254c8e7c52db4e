package org.qipan.vault;

import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The application's own role may add to the vault and not look into it. For the length of one query it becomes another; if the query
 * fails, the end of the transaction turns it back.
 */
@Component
class DatabaseRole {

    private final JdbcClient jdbc;

    DatabaseRole(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads everything, changes nothing. */
    <T> T reader(Supplier<T> query) {
        return in("set local role identity_reader", query);
    }

    /** Changes and destroys keys. */
    <T> T keeper(Supplier<T> change) {
        return in("set local role identity_keeper", change);
    }

    private <T> T in(String role, Supplier<T> work) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A role is taken for a part of a transaction, and there is none");
        }
        jdbc.sql(role).update();
        T result;
        try {
            result = work.get();
        } catch (DataAccessException e) {
            // The database takes no more statements in this transaction.
            throw e;
        } catch (RuntimeException e) {
            back();
            throw e;
        }
        back();
        return result;
    }

    private void back() {
        jdbc.sql("set local role none").update();
    }
}
