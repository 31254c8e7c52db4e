package org.qipan.identity;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.qipan.cluster.Locks;
import org.qipan.directory.StaffLeft;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Disables in Keycloak whoever was let go here: at once, however long a copy of Keycloak that is under way may take, and again with each
 * poll until Keycloak has heard of it. It must refuse them within 10 seconds.
 */
@Component
class Dismissals {

    private static final Logger LOG = LoggerFactory.getLogger(Dismissals.class);

    private final Realm realm;
    private final KeycloakAccess access;
    private final JdbcClient jdbc;
    private final DataSource database;
    private final TaskExecutor executor;

    Dismissals(
            Realm realm,
            KeycloakAccess access,
            JdbcClient jdbc,
            DataSource database,
            @Qualifier("applicationTaskExecutor") TaskExecutor executor) {
        this.realm = realm;
        this.access = access;
        this.jdbc = jdbc;
        this.database = database;
        this.executor = executor;
    }

    @TransactionalEventListener
    void on(StaffLeft left) {
        executor.execute(() -> {
            try {
                send();
            } catch (Realm.Unreachable e) {
                LOG.warn("Keycloak does not answer, the next poll tells it who left: {}", e.getMessage());
            }
        });
    }

    /** @throws Realm.Unreachable if Keycloak does not answer */
    void send() {
        if (access.disables() && !pending().isEmpty()) {
            Locks.alone(database, "identity.leavers", () -> pending().forEach(this::dismiss));
        }
    }

    private List<UUID> pending() {
        return jdbc.sql("select id from staff where leave_pending")
                .query(UUID.class)
                .list();
    }

    private void dismiss(UUID id) {
        realm.dismiss(id);
        jdbc.sql("update staff set leave_pending = false where id = :id")
                .param("id", id)
                .update();
    }
}
