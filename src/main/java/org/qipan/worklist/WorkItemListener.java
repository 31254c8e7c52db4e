package org.qipan.worklist;

import org.qipan.workflow.TaskChanged;
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

    WorkItemListener(WorkItems items, CasePages pages, Changes changes) {
        this.items = items;
        this.pages = pages;
        this.changes = changes;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(TaskChanged task) {
        switch (task.kind()) {
            case CREATED -> {
                CasePage page = pages.of(task.process());
                items.add(task, page.kind(), page.facts(task.process(), task.key(), task.ref()));
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
