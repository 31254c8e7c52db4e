package org.qipan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qipan.cluster.Locks;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.PostsLost;
import org.qipan.directory.Staff;
import org.qipan.directory.StaffLeft;
import org.qipan.directory.Staffing;
import org.qipan.directory.TestUnits;
import org.springframework.jdbc.core.simple.JdbcClient;

class SnapshotCopyTests {

    private static final Post WORKER = new Post("village-worker", "442000007201");
    private DataSource database;
    private JdbcClient jdbc;
    private Directory directory;
    private SyncState state;
    private Remote remote;
    private RealmSync sync;

    /** Keycloak as far as this test needs it. */
    private static final class Remote implements Realm {

        List<RealmSnapshot.Person> people = new ArrayList<>();
        Set<Post> posts = Set.of(WORKER, new Post("village-head", "442000007201"));
        List<UUID> changed = List.of();
        List<UUID> dismissed = new ArrayList<>();
        boolean groups;
        boolean down;

        @Override
        public RealmSnapshot read() {
            answer();
            return new RealmSnapshot(List.copyOf(people), posts);
        }

        @Override
        public Optional<RealmSnapshot.Person> person(UUID id) {
            answer();
            return people.stream().filter(p -> p.id().equals(id)).findFirst();
        }

        @Override
        public Changes changes(Instant since) {
            answer();
            return new Changes(changed, groups, since.plusSeconds(60));
        }

        @Override
        public void dismiss(UUID id) {
            answer();
            dismissed.add(id);
        }

        private void answer() {
            if (down) {
                throw new Unreachable("no route");
            }
        }
    }

    private Dismissals dismissals;
    private final List<Object> heard = new ArrayList<>();

    @BeforeEach
    void start() {
        database = TestUnits.database();
        jdbc = JdbcClient.create(database);
        directory = TestUnits.directory(database);
        state = new SyncState(jdbc, TestUnits.CLOCK);
        remote = new Remote();
        Sessions sessions = new Sessions(jdbc);
        Staffing staffing = TestUnits.staffing(jdbc, heard::add);
        KeycloakAccess access = new KeycloakAccess(java.net.URI.create("http://keycloak"), null, "qipan", "s", "l", "");
        SnapshotCopy copy = new SnapshotCopy(jdbc, TestUnits.CLOCK, state, sessions, heard::add);
        dismissals = new Dismissals(remote, access, jdbc, database, Runnable::run);
        var appointments = new Appointments(
                new MemoryAccounts(), access, jdbc, database, Runnable::run, staffing, directory, heard::add);
        sync = new RealmSync(
                remote,
                access,
                dismissals,
                appointments,
                state,
                copy,
                staffing,
                directory,
                sessions,
                database,
                TestUnits.CLOCK);
        remote.people =
                IntStream.range(0, 40).mapToObj(i -> someone(true)).collect(Collectors.toCollection(ArrayList::new));
        sync.follow();
    }

    private static RealmSnapshot.Person someone(boolean enabled) {
        UUID id = UUID.randomUUID();
        return new RealmSnapshot.Person(id, "u" + id, "Some One", enabled, Set.of(WORKER));
    }

    @Test
    void copiesPeopleAndPostsAndThosePostsNobodyHolds() {
        assertThat(directory.holders(WORKER)).hasSize(40);
        assertThat(jdbc.sql("select role from post where unit = '442000007201'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("village-head", "village-worker");
    }

    @Test
    void disablesButNeverDeletesWhoIsGone() {
        UUID gone = remote.people.remove(0).id();
        again();
        assertThat(directory.staff(gone)).get().extracting(Staff::enabled).isEqualTo(false);
        assertThat(directory.holders(WORKER)).hasSize(39);
    }

    @Test
    void tellsOnceOfWhoeverLeft() {
        UUID gone = remote.people.remove(0).id();
        heard.clear();
        again();
        again();
        assertThat(heard).filteredOn(StaffLeft.class::isInstance).containsExactly(new StaffLeft(gone));
    }

    @Test
    void tellsOnceWhichPostsAPersonLostSoThatWhatHeSignedForGoesBackToThem() {
        RealmSnapshot.Person moved = remote.people.get(0);
        Post head = new Post("village-head", "442000007201");
        remote.people.set(0, new RealmSnapshot.Person(moved.id(), moved.username(), moved.name(), true, Set.of(head)));
        UUID gone = remote.people.remove(1).id();
        heard.clear();
        again();
        again();
        assertThat(heard)
                .filteredOn(PostsLost.class::isInstance)
                .containsExactlyInAnyOrder(
                        new PostsLost(moved.id(), List.of(WORKER)), new PostsLost(gone, List.of(WORKER)));
        assertThat(directory.holders(head)).extracting(Staff::id).containsExactly(moved.id());
    }

    @Test
    void stopsWhenMoreThanFiveInAHundredWouldGo() {
        remote.people = new ArrayList<>(remote.people.subList(0, 37));
        again();
        assertThat(directory.holders(WORKER)).hasSize(40);
        assertThat(state.alert())
                .get()
                .extracting(alert -> alert.drop().staffAfter())
                .isEqualTo(37);
    }

    @Test
    void stopsWhenPeopleStayButTheirPostsAreGone() {
        remote.people.replaceAll(p -> new RealmSnapshot.Person(p.id(), p.username(), p.name(), true, Set.of()));
        again();
        assertThat(directory.holders(WORKER)).hasSize(40);
        assertThat(state.alert()).isPresent();
    }

    @Test
    void goesOnWhenAPersonAcceptsTheDrop() {
        remote.people = new ArrayList<>(remote.people.subList(0, 10));
        again();
        state.acceptDrop();
        sync.follow();
        assertThat(directory.holders(WORKER)).hasSize(10);
        assertThat(state.alert()).isEmpty();
    }

    @Test
    void takesChangesOfOnePersonAndEndsTheSessionsOfADisabledOne() {
        RealmSnapshot.Person one = remote.people.get(0);
        remote.people.set(0, new RealmSnapshot.Person(one.id(), one.username(), one.name(), false, one.posts()));
        remote.changed = List.of(one.id());
        jdbc.sql("insert into spring_session values ('a', 'a', 0, 0, 1800, 0, :id)")
                .param("id", one.id().toString())
                .update();
        sync.follow();
        assertThat(directory.staff(one.id())).get().extracting(Staff::enabled).isEqualTo(false);
        assertThat(jdbc.sql("select count(*) from spring_session")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void wantsEverythingAgainWhenGroupsChanged() {
        remote.groups = true;
        sync.follow();
        assertThat(state.row().fullWanted()).isTrue();
    }

    @Test
    void keepsEverybodyWhileKeycloakIsDown() {
        remote.down = true;
        remote.people = new ArrayList<>();
        again();
        assertThat(directory.holders(WORKER)).hasSize(40);
        assertThat(state.row().downSince()).isNotNull();
        remote.down = false;
        sync.follow();
        assertThat(state.row().downSince()).isNull();
    }

    @Test
    void tellsKeycloakOfALeaverAtOnceWithoutWaitingForACopyThatIsUnderWay() {
        UUID leaver = leaver();
        Locks.alone(database, "identity.sync", () -> dismissals.on(new StaffLeft(leaver)));
        assertThat(remote.dismissed).containsExactly(leaver);
        remote.down = true;
        leaver();
        dismissals.on(new StaffLeft(leaver));
        assertThat(remote.dismissed).containsExactly(leaver);
    }

    private UUID leaver() {
        UUID leaver = remote.people.get(remote.dismissed.size()).id();
        jdbc.sql("update staff set disabled_here = true, leave_pending = true where id = :id")
                .param("id", leaver)
                .update();
        return leaver;
    }

    @Test
    void tellsKeycloakOfALeaverAsSoonAsItAnswers() {
        UUID leaver = leaver();
        remote.down = true;
        sync.follow();
        remote.down = false;
        sync.follow();
        sync.follow();
        assertThat(remote.dismissed).containsExactly(leaver);
        again();
        assertThat(directory.staff(leaver)).get().extracting(Staff::enabled).isEqualTo(false);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 95, false",
        "100, 94, true",
        "40, 38, false",
        "40, 37, true",
        "3, 2, false",
        "3, 1, true",
        "0, 50, false",
        "1, 0, false"
    })
    void countsADropInHundredths(int before, int after, boolean stops) {
        assertThat(new DropRule(before, after, 0, 0).stops()).isEqualTo(stops);
        assertThat(new DropRule(0, 0, before, after).stops()).isEqualTo(stops);
    }

    @ParameterizedTest
    @CsvSource({
        "/442000007201/village-worker, village-worker@442000007201",
        "/442000007201, ",
        "/442000007201/friends, ",
        "village-worker, "
    })
    void readsAPostFromThePathOfAGroup(String path, String post) {
        assertThat(KeycloakRealm.post(path).map(Post::group).orElse(null)).isEqualTo(post);
    }

    /** A full copy at once: the clock of this test stands still. */
    private void again() {
        jdbc.sql("update directory_sync set full_at = null, full_wanted = true").update();
        sync.follow();
    }
}
