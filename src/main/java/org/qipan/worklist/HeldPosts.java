package org.qipan.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Exclusions;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.Post;
import org.qipan.directory.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which posts somebody holds, and where a matter goes from one that nobody does: levels may be missing, and a level where nobody works who
 * may know of the case is passed by, so that nothing is sent to nobody.
 */
@Component
public class HeldPosts {

    private final Directory directory;
    private final Exclusions exclusions;
    private final JdbcClient jdbc;
    private final Clock clock;

    HeldPosts(Directory directory, Exclusions exclusions, JdbcClient jdbc, Clock clock) {
        this.directory = directory;
        this.exclusions = exclusions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether anybody holds a post who may know of a case. @param caseId null for a case that is not opened yet */
    public boolean held(Post post, @Nullable UUID caseId) {
        return directory.holders(post).stream()
                .anyMatch(holder -> caseId == null || !exclusions.excludes(caseId, holder));
    }

    /** As {@link #held(Post, UUID)}, of a case that is not opened yet, without these units and people and whoever stands in for them. */
    public boolean held(Post post, Collection<String> units, Collection<UUID> people) {
        return directory.holders(post).stream()
                .anyMatch(holder -> !people.contains(holder.id())
                        && holder.posts().stream().map(Post::unit).noneMatch(unit -> within(unit, units))
                        && stoodInFor(holder.id()).stream()
                                .noneMatch(one -> people.contains(one.staff()) || within(one.unit(), units)));
    }

    private boolean within(String unit, Collection<String> units) {
        return units.stream().anyMatch(one -> directory.covers(one, unit));
    }

    /** A post of somebody who is stood in for. */
    private record Absent(UUID staff, String unit) {}

    private List<Absent> stoodInFor(UUID substitute) {
        return jdbc.sql("""
                        select distinct p.staff, p.unit from substitution s join staff_post p on p.staff = s.absent
                        where s.substitute = :staff and s.ended_at is null and s.to_day >= :today
                        """)
                .param("staff", substitute)
                .param("today", LocalDate.now(clock))
                .query(Absent.class)
                .list();
    }

    /** The same duty at the nearest level above where somebody has it; empty if nobody does up to the top. */
    public Optional<Post> above(Post post, @Nullable UUID caseId) {
        Optional<Duty> duty = directory.find(post.unit()).flatMap(unit -> duty(unit, post.role()));
        // A role that is neither, 信访专办员 for example, may exist by the same name above; else the work goes to who works
        // there.
        Stream<String> same = duty.isEmpty() ? Stream.of(post.role()) : Stream.empty();
        return above(post.unit(), same.toList(), duty.orElse(Duty.WORKER), caseId);
    }

    /** Who has a duty at the nearest level above a unit where somebody has it. @param caseId as in {@link #held} */
    public Optional<Post> above(String unit, Duty duty, @Nullable UUID caseId) {
        return above(unit, List.of(), duty, caseId);
    }

    private Optional<Post> above(String from, List<String> first, Duty duty, @Nullable UUID caseId) {
        Optional<Unit> upper = directory.upper(from);
        while (upper.isPresent()) {
            Unit unit = upper.get();
            Optional<Post> next = Stream.concat(first.stream(), directory.roleOrWorker(unit.kind(), duty).stream())
                    .map(role -> new Post(role, unit.code()))
                    .filter(post -> held(post, caseId))
                    .findFirst();
            if (next.isPresent()) {
                return next;
            }
            upper = directory.upper(unit.code());
        }
        return Optional.empty();
    }

    private Optional<Duty> duty(Unit unit, String role) {
        return Stream.of(Duty.WORKER, Duty.HEAD)
                .filter(duty ->
                        directory.role(unit.kind(), duty).filter(role::equals).isPresent())
                .findFirst();
    }
}
