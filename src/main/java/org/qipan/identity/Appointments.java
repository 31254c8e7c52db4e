package org.qipan.identity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.qipan.cluster.Locks;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Staffing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Who holds which post from now on: true here with the commit, and told to Keycloak right after it, or with each poll until Keycloak has
 * heard of it. So nothing is half done: what was decided stands, and the copy of Keycloak waits until it is told.
 */
@Component
class Appointments {

    private static final Logger LOG = LoggerFactory.getLogger(Appointments.class);

    private final RealmAccounts realm;
    private final KeycloakAccess access;
    private final JdbcClient jdbc;
    private final DataSource database;
    private final TaskExecutor executor;
    private final Staffing staffing;
    private final Directory directory;
    private final ApplicationEventPublisher events;

    Appointments(
            RealmAccounts realm,
            KeycloakAccess access,
            JdbcClient jdbc,
            DataSource database,
            @Qualifier("applicationTaskExecutor") TaskExecutor executor,
            Staffing staffing,
            Directory directory,
            ApplicationEventPublisher events) {
        this.realm = realm;
        this.access = access;
        this.jdbc = jdbc;
        this.database = database;
        this.executor = executor;
        this.staffing = staffing;
        this.directory = directory;
        this.events = events;
    }

    /** Somebody's posts were decided. */
    record Appointed(UUID staff) {}

    /** In the transaction of whoever decides. */
    @Transactional(propagation = Propagation.MANDATORY)
    void set(Staff staff, Set<Post> posts) {
        staffing.write(staff.id(), "", "", true, posts);
        jdbc.sql(
                        "insert into appointment (staff) values (:staff) on conflict (staff) do update set version = appointment.version + 1")
                .param("staff", staff.id())
                .update();
        events.publishEvent(new Appointed(staff.id()));
    }

    boolean pending(UUID staff) {
        return jdbc.sql("select exists (select 1 from appointment where staff = :staff)")
                .param("staff", staff)
                .query(Boolean.class)
                .single();
    }

    boolean pending() {
        return !waiting().isEmpty();
    }

    @TransactionalEventListener
    void on(Appointed appointed) {
        executor.execute(() -> {
            try {
                send();
            } catch (Realm.Unreachable e) {
                LOG.warn("Keycloak does not answer, the next poll tells it who holds which post: {}", e.getMessage());
            }
        });
    }

    /** @throws Realm.Unreachable if Keycloak does not answer */
    void send() {
        if (access.appoints() && !waiting().isEmpty()) {
            Locks.alone(database, "identity.appointments", () -> waiting().forEach(this::tell));
        }
    }

    private record Waiting(UUID staff, int version) {}

    private List<Waiting> waiting() {
        return jdbc.sql("select staff, version from appointment order by staff")
                .query(Waiting.class)
                .list();
    }

    /** What was decided again meanwhile stays waiting. */
    private void tell(Waiting one) {
        Set<Post> posts = directory.staff(one.staff()).stream()
                .flatMap(staff -> staff.posts().stream())
                .collect(Collectors.toCollection(HashSet::new));
        realm.posts(one.staff(), posts);
        jdbc.sql("delete from appointment where staff = :staff and version = :version")
                .param("staff", one.staff())
                .param("version", one.version())
                .update();
    }
}
