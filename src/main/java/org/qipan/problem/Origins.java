package org.qipan.problem;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Staff;
import org.qipan.problem.OriginPage.Shown;
import org.qipan.problem.Problem.Origin;
import org.qipan.task.VisibleItems;
import org.qipan.worklist.WorkItem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the page a problem came from. Asks for the beans late: capabilities above give some of them. */
@Component
class Origins {

    private final ObjectProvider<OriginPage> pages;
    private final VisibleItems items;

    Origins(ObjectProvider<OriginPage> pages, VisibleItems items) {
        this.pages = pages;
        this.items = items;
    }

    /** The link for this reader; empty also where he may not know of it. */
    Optional<Shown> shown(@Nullable Origin origin, Staff reader) {
        return origin == null
                ? Optional.empty()
                : pages.stream()
                        .filter(page -> page.kind().equals(origin.kind()))
                        .findFirst()
                        .flatMap(page -> page.shown(origin.id(), reader));
    }

    /** The case of the task a problem came from: whoever must not know of that one must not know of the problem. Null without such a task. */
    @Nullable
    UUID caseOf(@Nullable Origin origin, Staff by) {
        return origin == null || !origin.kind().equals(ItemOrigin.KIND)
                ? null
                : items.find(origin.id(), by).map(WorkItem::caseId).orElse(null);
    }

    /** What the address names, if this person may know of it. */
    @Nullable
    Origin named(@Nullable Long item, @Nullable Long record, Staff reader) {
        Origin origin =
                item != null ? new Origin(ItemOrigin.KIND, item) : record != null ? new Origin("record", record) : null;
        return shown(origin, reader).isPresent() ? origin : null;
    }
}
