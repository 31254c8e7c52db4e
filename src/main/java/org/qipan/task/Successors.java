package org.qipan.task;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.qipan.casefile.Exclusions;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.springframework.stereotype.Component;

/** Who comes next when somebody leaves a case: a colleague of the same post, or the same duty at the nearest unit above that exists. */
@Component
class Successors {

    private final Directory directory;
    private final Exclusions exclusions;

    Successors(Directory directory, Exclusions exclusions) {
        this.directory = directory;
        this.exclusions = exclusions;
    }

    /** Whether anybody who may know of the case holds a post. */
    boolean held(Post post, UUID caseId) {
        return directory.holders(post).stream().anyMatch(holder -> !exclusions.excludes(caseId, holder));
    }

    /** The same duty above, held by somebody who may know of the case; empty if there is none up to the top. */
    Optional<Post> above(Post post, UUID caseId) {
        Optional<Duty> duty = directory.find(post.unit()).flatMap(unit -> duty(unit, post.role()));
        Optional<Unit> upper = directory.upper(post.unit());
        while (upper.isPresent()) {
            Unit unit = upper.get();
            Optional<Post> next = Stream.concat(
                            duty.isEmpty() ? Stream.of(post.role()) : Stream.empty(),
                            directory.roleOrWorker(unit.kind(), duty.orElse(Duty.WORKER)).stream())
                    .map(role -> new Post(role, unit.code()))
                    .filter(candidate -> held(candidate, caseId))
                    .findFirst();
            if (next.isPresent()) {
                return next;
            }
            upper = directory.upper(unit.code());
        }
        return Optional.empty();
    }

    /** Who learns that somebody left a case: the head of his unit, if it is not himself, and the next level. */
    Set<Post> told(Post post, Staff recused) {
        Set<Post> told = new LinkedHashSet<>();
        directory
                .find(post.unit())
                .flatMap(unit -> directory.role(unit.kind(), Duty.HEAD))
                .map(role -> new Post(role, post.unit()))
                .filter(head -> directory.holders(head).stream()
                        .anyMatch(holder -> !holder.id().equals(recused.id())))
                .ifPresent(told::add);
        directory
                .upper(post.unit())
                .flatMap(upper ->
                        directory.roleOrWorker(upper.kind(), Duty.HEAD).map(role -> new Post(role, upper.code())))
                .ifPresent(told::add);
        return told;
    }

    private Optional<Duty> duty(Unit unit, String role) {
        return Stream.of(Duty.WORKER, Duty.HEAD)
                .filter(duty ->
                        directory.role(unit.kind(), duty).filter(role::equals).isPresent())
                .findFirst();
    }
}
