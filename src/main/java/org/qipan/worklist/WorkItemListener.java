package org.qipan.worklist;

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
    private final ApplicationEventPublisher events;

    WorkItemListener(WorkItems items, CasePages pages, Changes changes, ApplicationEventPublisher events) {
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
                items.add(task, page.kind(), facts);
                if (facts.danger()) {
                    items.find(task.task()).ifPresent(item -> events.publishEvent(new DangerArrived(item)));
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
}
