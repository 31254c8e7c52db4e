package org.qipan.identity;

import org.qipan.directory.RealmState;
import org.qipan.directory.RealmWatch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the state of the copy beside what was copied. */
@Component
class CopiedRealm implements RealmWatch {

    private final KeycloakAccess access;
    private final SyncState sync;
    private final JdbcClient jdbc;

    CopiedRealm(KeycloakAccess access, SyncState sync, JdbcClient jdbc) {
        this.access = access;
        this.sync = sync;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public RealmState state() {
        SyncState.Row row = sync.row();
        return new RealmState(
                access.copies(),
                row.full(),
                row.events(),
                row.fullWanted(),
                row.downSince(),
                count("select count(*) from staff where enabled and not disabled_here"),
                count(
                        "select count(*) from staff_post p join staff s on s.id = p.staff where s.enabled and not s.disabled_here"),
                sync.alert().map(alert -> drop(alert, row.dropAccepted())).orElse(null));
    }

    private static RealmState.Drop drop(SyncState.Alert alert, boolean accepted) {
        DropRule drop = alert.drop();
        return new RealmState.Drop(
                alert.at(), drop.staffBefore(), drop.staffAfter(), drop.postsBefore(), drop.postsAfter(), accepted);
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
