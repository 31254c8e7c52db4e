package org.qipan.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.qipan.cluster.Locks;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.directory.Staffing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Keeps our copy of people and posts close to Keycloak: what administrators change within seconds, everything once a night and after a
 * change of groups. One node at a time. While Keycloak is down the copy pauses and nobody loses anything.
 */
@Service
class RealmSync {

    private static final Logger LOG = LoggerFactory.getLogger(RealmSync.class);
    /** Groups are changed in series; one copy a minute is enough for a series. */
    private static final Duration BETWEEN_FULL = Duration.ofSeconds(60);
    /** Changes of more people than this are cheaper, and safer, to take as a whole. */
    private static final int MANY = 100;
    /** A change may be visible a little later than its own time says. */
    private static final Duration LATE = Duration.ofSeconds(10);

    private final Realm realm;
    private final KeycloakAccess access;
    private final Dismissals dismissals;
    private final Appointments appointments;
    private final SyncState state;
    private final SnapshotCopy copy;
    private final Staffing staffing;
    private final Directory directory;
    private final Sessions sessions;
    private final DataSource database;
    private final Clock clock;

    RealmSync(
            Realm realm,
            KeycloakAccess access,
            Dismissals dismissals,
            Appointments appointments,
            SyncState state,
            SnapshotCopy copy,
            Staffing staffing,
            Directory directory,
            Sessions sessions,
            DataSource database,
            Clock clock) {
        this.realm = realm;
        this.access = access;
        this.dismissals = dismissals;
        this.appointments = appointments;
        this.state = state;
        this.copy = copy;
        this.staffing = staffing;
        this.directory = directory;
        this.sessions = sessions;
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(cron = "${qipan.directory.full-sync:0 30 2 * * *}")
    void nightly() {
        state.wantFull();
    }

    @Scheduled(fixedDelayString = "${qipan.directory.poll:5s}", initialDelayString = "${qipan.directory.first-poll:1s}")
    void poll() {
        if (access.copies()) {
            Locks.alone(database, "identity.sync", this::follow);
        }
    }

    /** One round: the leavers and the posts Keycloak has not heard of, then everything or what changed. */
    void follow() {
        try {
            dismissals.send();
            tellPosts();
            SyncState.Row row = state.row();
            if (row.fullWanted() && due(row) && !appointments.pending()) {
                full(row.dropAccepted());
            } else {
                changes(row.events() == null ? clock.instant() : row.events());
            }
            if (state.up()) {
                LOG.info("Keycloak answers again");
            }
        } catch (Realm.Unreachable e) {
            if (state.down()) {
                LOG.warn("Keycloak does not answer, staff and posts stay as they are: {}", e.getMessage());
            }
        }
    }

    /** What was decided here must not be undone by what Keycloak does not know yet; for everybody else the round goes on. */
    private void tellPosts() {
        try {
            appointments.send();
        } catch (Realm.Unreachable e) {
            LOG.debug("Posts are still to be told to Keycloak: {}", e.getMessage());
        }
    }

    private boolean due(SyncState.Row row) {
        @Nullable Instant last = row.full();
        return last == null || row.dropAccepted() || !clock.instant().isBefore(last.plus(BETWEEN_FULL));
    }

    private void full(boolean dropAccepted) {
        Instant started = clock.instant();
        RealmSnapshot snapshot = realm.read();
        DropRule drop = copy.take(snapshot, dropAccepted);
        state.seen(started);
        if (drop.stops() && !dropAccepted) {
            LOG.error("Copy of Keycloak stopped, too much would go: {}", drop);
        } else {
            LOG.info(
                    "Copied {} people and {} posts from Keycloak",
                    snapshot.people().size(),
                    snapshot.posts().size());
        }
    }

    private void changes(Instant since) {
        Realm.Changes changes = realm.changes(since.minus(LATE));
        if (changes.groups() && changes.until().isAfter(since)
                || changes.people().size() > MANY) {
            state.wantFull();
        } else {
            changes.people().forEach(this::refresh);
        }
        state.seen(changes.until().isAfter(since) ? changes.until() : since);
    }

    private void refresh(UUID id) {
        if (appointments.pending(id)) {
            return;
        }
        realm.person(id)
                .ifPresentOrElse(
                        person ->
                                staffing.write(id, person.username(), person.name(), person.enabled(), person.posts()),
                        () -> directory
                                .staff(id)
                                .ifPresent(gone -> staffing.write(id, gone.username(), gone.name(), false, List.of())));
        if (directory.staff(id).filter(Staff::enabled).isEmpty()) {
            sessions.end(id);
        }
    }
}
