package org.qipan.extension;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Directory;
import org.qipan.task.Seen;
import org.qipan.task.TaskExtra;
import org.qipan.worklist.CasePage.Panel;
import org.qipan.worklist.CasePages;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the page of an item says about its extension. */
@Component
@Order(30)
class ExtensionExtra implements TaskExtra {

    private final ExtensionRows rows;
    private final Extensions extensions;
    private final CasePages pages;
    private final Directory directory;

    ExtensionExtra(ExtensionRows rows, Extensions extensions, CasePages pages, Directory directory) {
        this.pages = pages;
        this.rows = rows;
        this.extensions = extensions;
        this.directory = directory;
    }

    /**
     * As printed.
     *
     * @param withdrawable the reader may take the request back
     */
    record Shown(
            long item,
            String state,
            String from,
            String to,
            String approver,
            String reason,
            @Nullable String remark,
            boolean withdrawable) {}

    @Override
    public List<Panel> notices(Seen seen) {
        List<Shown> shown = rows.of(seen.item().id()).stream()
                .filter(request -> !request.state().equals("withdrawn"))
                .limit(2)
                .map(request -> new Shown(
                        request.item(),
                        request.state(),
                        request.fromDay().toString(),
                        request.toDay().toString(),
                        directory.title(request.approver()),
                        request.reason(),
                        request.remark(),
                        request.waits() && seen.mine() && !seen.asked()))
                .toList();
        return shown.isEmpty()
                ? List.of()
                : List.of(new Panel("extension/_request :: notice", Map.of("extensions", shown)));
    }

    @Override
    public @Nullable Panel act(Seen seen) {
        boolean clock = seen.workable()
                && !seen.asked()
                && seen.item().due() != null
                && pages.of(seen.item().process()).ownsCases();
        return clock ? new Panel("extension/_request :: act", Map.of()) : null;
    }

    /** What is done needs no more time. */
    @Override
    public void completing(Seen seen) {
        extensions
                .waiting(seen.item().id())
                .ifPresent(request -> extensions.end(request, seen.by().id()));
    }
}
