package org.qipan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.qipan.directory.Post;
import org.qipan.directory.RealmState;
import org.qipan.directory.RealmWatch;
import org.qipan.directory.Staff;
import org.qipan.directory.TestUnits;
import org.springframework.jdbc.core.simple.JdbcClient;

class CopiedRealmTests {

    private final DataSource database = TestUnits.database();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final SyncState sync = new SyncState(jdbc, TestUnits.CLOCK);

    @Test
    void countsWhoMaySignInAndThePostsTheyHold() {
        Staff gone = TestUnits.person(database, "甲", new Post("village-worker", "442000007201"));
        TestUnits.person(
                database, "乙", new Post("village-worker", "442000007201"), new Post("village-head", "442000007201"));
        jdbc.sql("update staff set disabled_here = true where id = ?")
                .param(gone.id())
                .update();

        RealmState state = watch("secret").state();

        assertThat(state.people()).isEqualTo(1);
        assertThat(state.posts()).isEqualTo(2);
        assertThat(state.full()).isNull();
        assertThat(state.copies()).isTrue();
        assertThat(watch("").state().copies()).isFalse();
    }

    @Test
    void showsAStoppedCopyUntilOneGoesThrough() {
        sync.stopped(new DropRule(100, 80, 120, 90));
        assertThat(watch("secret").state().drop())
                .isEqualTo(new RealmState.Drop(TestUnits.CLOCK.instant(), 100, 80, 120, 90, false));

        sync.acceptDrop();
        assertThat(watch("secret").state().drop())
                .isEqualTo(new RealmState.Drop(TestUnits.CLOCK.instant(), 100, 80, 120, 90, true));

        sync.copied();
        RealmState state = watch("secret").state();
        assertThat(state.drop()).isNull();
        assertThat(state.full()).isEqualTo(TestUnits.CLOCK.instant());
    }

    private RealmWatch watch(String secret) {
        return new CopiedRealm(
                new KeycloakAccess(URI.create("https://keycloak.example"), null, "qipan", secret, "", ""), sync, jdbc);
    }
}
