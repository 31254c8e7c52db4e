package org.qipan.worklist;

import java.util.Map;
import java.util.Optional;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Said;
import org.qipan.directory.Directory;
import org.qipan.workflow.TaskChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps {@code work_item} equal to the engine's open tasks, in the engine's own transaction: both commit or neither. */
@Component
class WorkItemListener {

    private final WorkItems items;
    private final CasePages pages;
    private final Changes changes;
    private final HeldPosts posts;
    private final CaseFiles cases;
    private final Directory directory;
    private final ApplicationEventPublisher events;

    WorkItemListener(
            WorkItems items,
            CasePages pages,
            Changes changes,
            HeldPosts posts,
            CaseFiles cases,
            Directory directory,
            ApplicationEventPublisher events) {
        this.posts = posts;
        this.cases = cases;
        this.directory = directory;
        this.items = items;
        this.pages = pages;
        this.changes = changes;
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(TaskChanged task) {
        switch (task.kind()) {
            case CREATED -> {
                CasePage page = pages.of(task.process());
                WorkFacts facts = page.facts(task.process(), task.key(), task.ref());
                boolean somebodyOut = items.add(task, page.kind(), facts);
                if (facts.danger() || somebodyOut) {
                    Optional<WorkItem> item = items.find(task.task()).map(this::toSomebody);
                    item.filter(one -> facts.danger()).ifPresent(one -> events.publishEvent(new DangerArrived(one)));
                }
            }
            case UPDATED -> items.change(task);
            case COMPLETED -> items.close(task.task(), "done");
            case DELETED -> items.close(task.task(), "gone");
        }
        if (task.group() != null) {
            changes.touch(task.group());
        }
    }

    /** Danger, and what not everybody may know, does not wait at a post nobody holds: it goes to the next level up that is held, at once. */
    private WorkItem toSomebody(WorkItem item) {
        if (posts.held(item.post(), item.caseId())) {
            return item;
        }
        return posts.above(item.post(), item.caseId())
                .filter(above -> items.reroute(item, above))
                .flatMap(above -> {
                    cases.record(item.caseId(), "vacant", null, null, null, Map.of("to", Said.post(above, directory)));
                    changes.touch(above.group());
                    return items.find(item.task());
                })
                .orElse(item);
    }
}
