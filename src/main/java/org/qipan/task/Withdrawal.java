package org.qipan.task;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Exclusions;
import org.qipan.casefile.Said;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.form.Drafts;
import org.qipan.workflow.Workflow;
import org.qipan.worklist.Changes;
import org.qipan.worklist.Copies;
import org.qipan.worklist.HeldItems;
import org.qipan.worklist.HeldPosts;
import org.qipan.worklist.WorkItem;
import org.qipan.worklist.WorkItems;
import org.springframework.stereotype.Component;

/** What becomes of the items of a person who has just been excluded from a case: nothing may wait for nobody. */
@Component
class Withdrawal {

    private final HeldItems held;
    private final WorkItems items;
    private final HeldPosts posts;
    private final Workflow workflow;
    private final CaseFiles cases;
    private final Copies copies;
    private final Directory directory;
    private final Changes changes;
    private final Drafts drafts;
    private final Exclusions exclusions;
    private final GivenOn given;

    Withdrawal(
            HeldItems held,
            WorkItems items,
            HeldPosts posts,
            Workflow workflow,
            CaseFiles cases,
            Copies copies,
            Directory directory,
            Changes changes,
            Drafts drafts,
            Exclusions exclusions,
            GivenOn given) {
        this.held = held;
        this.items = items;
        this.posts = posts;
        this.workflow = workflow;
        this.cases = cases;
        this.copies = copies;
        this.directory = directory;
        this.changes = changes;
        this.drafts = drafts;
        this.exclusions = exclusions;
        this.given = given;
    }

    /** The post in which a person has something to do in a case, else his first. */
    Post postOf(Staff staff, UUID caseId) {
        return held.of(staff, caseId).stream()
                .map(WorkItem::post)
                .filter(staff::holds)
                .findFirst()
                .orElseGet(() -> staff.posts().get(0));
    }

    /** Gives back what he signed for, gives on what nobody else can do, and tells head and next level, naming nobody. */
    void of(UUID recusal, Staff recused, Post post, UUID caseId) {
        List<WorkItem> all = held.of(recused, caseId);
        all.stream()
                .findFirst()
                .ifPresent(first -> told(post, recused).forEach(head -> copies.tell(first, "recusal", head)));
        for (WorkItem item : all) {
            forget(item, recused);
            if (recused.id().equals(item.assignee())) {
                workflow.release(item.task());
            }
            if (onwards(item)) {
                given.note(recusal, item);
            }
        }
    }

    /** Nothing of a case waits for people who must not know of it. */
    void settle(UUID caseId) {
        for (WorkItem item : held.of(caseId)) {
            Optional.ofNullable(item.assignee())
                    .flatMap(directory::staff)
                    .filter(one -> exclusions.excludes(caseId, one))
                    .ifPresent(one -> {
                        forget(item, one);
                        workflow.release(item.task());
                    });
            onwards(item);
        }
    }

    /** Who left is back: what nobody has begun with since returns to his post, if it is still one where somebody may know of the case. */
    void back(UUID recusal) {
        for (GivenOn.Given one : given.untouched(recusal)) {
            items.lock(one.item())
                    .filter(item -> item.assignee() == null && posts.held(one.from(), item.caseId()))
                    .ifPresent(item -> {
                        changes.touch(item.post().group());
                        reroute(item, one.from());
                    });
        }
    }

    private boolean onwards(WorkItem item) {
        changes.touch(item.post().group());
        return !posts.held(item.post(), item.caseId())
                && posts.above(item.post(), item.caseId())
                        .filter(to -> reroute(item, to))
                        .isPresent();
    }

    /** A draft shows the title of what it is for. */
    void forget(WorkItem item, Staff recused) {
        drafts.discard(recused.id(), TaskDrafts.subject(item));
    }

    /** Who learns that somebody left a case: the head of his unit, if it is not himself, and the next level. */
    private Set<Post> told(Post post, Staff recused) {
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

    private boolean reroute(WorkItem item, Post to) {
        boolean moved = items.reroute(items.lock(item.id()).orElseThrow(), to);
        if (moved) {
            cases.record(item.caseId(), "rerouted", null, null, null, Map.of("to", Said.post(to, directory)));
            changes.touch(to.group());
        }
        return moved;
    }
}
