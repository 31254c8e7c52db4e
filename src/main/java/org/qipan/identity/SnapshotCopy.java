package org.qipan.identity;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qipan.directory.Post;
import org.qipan.directory.PostsLost;
import org.qipan.directory.StaffLeft;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes our tables say what Keycloak said, in one transaction, or leaves them as they are. */
@Component
class SnapshotCopy {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SyncState state;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;

    SnapshotCopy(JdbcClient jdbc, Clock clock, SyncState state, Sessions sessions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.state = state;
        this.sessions = sessions;
        this.events = events;
    }

    /** @return the figures before and after; when they stop the copy nothing but the alert was written */
    @Transactional
    DropRule take(RealmSnapshot realm, boolean dropAccepted) {
        DropRule drop = new DropRule(
                count("select count(*) from staff where enabled"),
                realm.active(),
                count("select count(*) from staff_post p join staff s on s.id = p.staff where s.enabled"),
                realm.people().stream()
                        .filter(RealmSnapshot.Person::enabled)
                        .mapToInt(person -> person.posts().size())
                        .sum());
        if (drop.stops() && !dropAccepted) {
            state.stopped(drop);
            return drop;
        }
        Set<UUID> leaving = active();
        people(realm.people());
        leaving.removeAll(active());
        Map<UUID, List<Post>> lost = posts(realm);
        sessions.endOfDisabled();
        lost.forEach((staff, posts) -> events.publishEvent(new PostsLost(staff, posts)));
        leaving.forEach(staff -> events.publishEvent(new StaffLeft(staff)));
        state.copied();
        return drop;
    }

    private Set<UUID> active() {
        return jdbc.sql("select id from staff where enabled and not disabled_here")
                .query(UUID.class)
                .set();
    }

    private void people(List<RealmSnapshot.Person> people) {
        jdbc.sql("""
                        with seen as (
                            select * from unnest(:ids, :usernames, :names, :enabled) as k (id, username, name, enabled)
                        ), gone as (
                            update staff set enabled = false, synced_at = :at
                            where enabled and id not in (select id from seen)
                        )
                        insert into staff (id, username, name, enabled, synced_at)
                        select id, username, name, enabled, :at from seen
                        on conflict (id) do update
                        set username = excluded.username, name = excluded.name, enabled = excluded.enabled, synced_at = excluded.synced_at
                        """)
                .param("ids", people.stream().map(RealmSnapshot.Person::id).toArray(UUID[]::new))
                .param("usernames", texts(people, RealmSnapshot.Person::username))
                .param("names", texts(people, RealmSnapshot.Person::name))
                .param(
                        "enabled",
                        people.stream().map(RealmSnapshot.Person::enabled).toArray(Boolean[]::new))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private record Held(UUID staff, Post post) {}

    /** @return the posts that people no longer hold, by person */
    private Map<UUID, List<Post>> posts(RealmSnapshot realm) {
        List<Post> posts = List.copyOf(realm.posts());
        List<Held> held = realm.people().stream()
                .flatMap(person -> person.posts().stream().map(post -> new Held(person.id(), post)))
                .toList();
        jdbc.sql("""
                        insert into post (unit, role)
                        select k.unit, k.role from unnest(:units, :roles) as k (unit, role) join unit u on u.code = k.unit
                        on conflict do nothing
                        """)
                .param("units", texts(posts, Post::unit))
                .param("roles", texts(posts, Post::role))
                .update();
        Map<UUID, List<Post>> lost = jdbc
                .sql("""
                        with seen as (select * from unnest(:staff, :units, :roles) as k (staff, unit, role)), gone as (
                            delete from staff_post p
                            where not exists (select 1 from seen k where k.staff = p.staff and k.unit = p.unit and k.role = p.role)
                            returning p.staff, p.unit, p.role
                        ), held as (
                            insert into staff_post (staff, unit, role)
                            select k.staff, k.unit, k.role from seen k join post p on p.unit = k.unit and p.role = k.role
                            on conflict do nothing
                        )
                        select staff, unit, role from gone order by staff, unit, role
                        """)
                .param("staff", held.stream().map(Held::staff).toArray(UUID[]::new))
                .param("units", texts(held, h -> h.post().unit()))
                .param("roles", texts(held, h -> h.post().role()))
                .query((row, n) -> new Held(
                        row.getObject("staff", UUID.class), new Post(row.getString("role"), row.getString("unit"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Held::staff, LinkedHashMap::new, Collectors.mapping(Held::post, Collectors.toList())));
        jdbc.sql("""
                        delete from post p
                        where not exists (select 1 from unnest(:units, :roles) as k (unit, role) where k.unit = p.unit and k.role = p.role)
                          and not exists (select 1 from staff_post h where h.unit = p.unit and h.role = p.role)
                        """)
                .param("units", texts(posts, Post::unit))
                .param("roles", texts(posts, Post::role))
                .update();
        return lost;
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }
}
