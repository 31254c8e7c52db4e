package org.qipan.directory;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes what Keycloak says about one person. */
@Service
public class Staffing {

    private static final Logger LOG = LoggerFactory.getLogger(Staffing.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final People people;
    private final ApplicationEventPublisher events;

    Staffing(JdbcClient jdbc, Clock clock, People people, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.people = people;
        this.events = events;
    }

    /**
     * Takes over what the token of a person who just logged in says, so that a new post works at once. Who was disabled in Qipan stays
     * disabled. Posts at units we do not have, or with roles Qipan does not know, are left out.
     *
     * @param username empty where the token does not say, which leaves what is known; so with {@code name}
     * @return the person as the directory now has him
     */
    @Transactional
    public Staff refresh(UUID subject, String username, String name, Collection<Post> posts) {
        write(subject, username, name, true, posts);
        jdbc.sql("update staff set signed_in_at = :at where id = :id")
                .param("at", now())
                .param("id", subject)
                .update();
        return people.find(subject).orElseThrow();
    }

    /** As {@link #refresh}, for people who are not at the door. */
    @Transactional
    public void write(UUID subject, String username, String name, boolean enabled, Collection<Post> posts) {
        boolean active = people.find(subject).filter(Staff::enabled).isPresent();
        jdbc.sql("""
                        insert into staff (id, username, name, enabled, synced_at) values (:id, :username, :name, :enabled, :at)
                        on conflict (id) do update
                        set username = coalesce(nullif(excluded.username, ''), staff.username),
                            name = coalesce(nullif(excluded.name, ''), staff.name), enabled = excluded.enabled, synced_at = excluded.synced_at
                        """)
                .param("id", subject)
                .param("username", username)
                .param("name", name)
                .param("enabled", enabled)
                .param("at", now())
                .update();
        String[] units = posts.stream().map(Post::unit).toArray(String[]::new);
        String[] roles = posts.stream().map(Post::role).toArray(String[]::new);
        List<Post> lost = jdbc.sql("""
                        delete from staff_post p where p.staff = :id and not exists (
                            select 1 from unnest(:units, :roles) as held (unit, role) where held.unit = p.unit and held.role = p.role)
                        returning role, unit
                        """)
                .param("id", subject)
                .param("units", units)
                .param("roles", roles)
                .query(Post.class)
                .list();
        for (Post post : posts) {
            hold(subject, post);
        }
        if (!lost.isEmpty()) {
            events.publishEvent(new PostsLost(subject, lost));
        }
        people.find(subject).ifPresent(staff -> events.publishEvent(new StaffRefreshed(staff)));
        if (active && !enabled) {
            events.publishEvent(new StaffLeft(subject));
        }
    }

    private void hold(UUID subject, Post post) {
        if (!Roles.known(post.role())) {
            LOG.warn("Unknown role {} at {} left out", post.role(), post.unit());
            return;
        }
        jdbc.sql("insert into post (unit, role) select code, :role from unit where code = :unit on conflict do nothing")
                .param("unit", post.unit())
                .param("role", post.role())
                .update();
        int held = jdbc.sql("""
                        insert into staff_post (staff, unit, role) select :id, unit, role from post where unit = :unit and role = :role
                        on conflict (staff, unit, role) do update set role = excluded.role
                        """)
                .param("id", subject)
                .param("unit", post.unit())
                .param("role", post.role())
                .update();
        if (held == 0) {
            LOG.warn("Post {} left out: no such unit", post.group());
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
