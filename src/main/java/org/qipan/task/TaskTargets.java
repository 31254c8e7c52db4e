package org.qipan.task;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Exclusions;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.Post;
import org.qipan.directory.Unit;
import org.qipan.worklist.CasePages;
import org.qipan.worklist.HeldPosts;
import org.qipan.worklist.WorkItem;
import org.springframework.stereotype.Component;

/**
 * To whom an item may be given or copied: other posts of the same unit, its departments, and the reviewing post above, as far as its
 * capability offers them; only posts that somebody holds who may know of the case, so that nothing is sent where nobody sits.
 */
@Component
class TaskTargets {

    private static final List<String> DUTIES_AT_ANY_LEVEL = List.of("complaint-officer", "liaison", "evaluator");

    private final Directory directory;

    private final Exclusions exclusions;
    private final HeldPosts held;
    private final CasePages pages;

    TaskTargets(Directory directory, Exclusions exclusions, HeldPosts held, CasePages pages) {
        this.directory = directory;
        this.exclusions = exclusions;
        this.held = held;
        this.pages = pages;
    }

    /** Group → words of the post. */
    Map<String, String> of(WorkItem item) {
        Set<Post> posts = new LinkedHashSet<>();
        directory.find(item.post().unit()).ifPresent(unit -> {
            add(posts, unit, Duty.WORKER);
            add(posts, unit, Duty.HEAD);
            DUTIES_AT_ANY_LEVEL.forEach(role -> posts.add(new Post(role, unit.code())));
            directory.departments(unit.code()).forEach(department -> add(posts, department, Duty.WORKER));
            directory.upper(unit.code()).ifPresent(upper -> add(posts, upper, Duty.REVIEWER));
        });
        posts.remove(item.post());
        boolean restricted = exclusions.any(item.caseId());
        Map<String, String> targets = new LinkedHashMap<>();
        posts.stream()
                .filter(pages.of(item.process()).offered(item))
                .filter(post -> restricted
                        ? held.held(post, item.caseId())
                        : !directory.holders(post).isEmpty())
                .forEach(post -> targets.put(post.group(), directory.title(post)));
        return targets;
    }

    /** Why an item can be copied to these, but is given to none of them, as a message key; null if it may be. */
    @Nullable
    String stays(WorkItem item) {
        return pages.of(item.process()).stays(item);
    }

    private void add(Set<Post> posts, Unit unit, Duty duty) {
        directory.role(unit.kind(), duty).ifPresent(role -> posts.add(new Post(role, unit.code())));
    }
}
