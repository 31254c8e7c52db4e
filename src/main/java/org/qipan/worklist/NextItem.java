package org.qipan.worklist;

import java.util.List;
import org.springframework.stereotype.Component;

/** 提交并下一件: the next item that can be worked on, in the order of the list; from the top when the end is reached. */
@Component
class NextItem {

    private static final int LOOK_AHEAD = 20;

    private final Desks desks;
    private final OpenLists lists;

    NextItem(Desks desks, OpenLists lists) {
        this.desks = desks;
        this.lists = lists;
    }

    String after(Seen seen) {
        Desk desk = desks.of(seen.by());
        String key = PageKey.text(seen.item().due(), seen.item().id());
        for (String after : new String[] {key, ""}) {
            List<WorklistRow> rows = lists.page(
                            desk, new WorklistFilter(null, null, null, null, null, null, null, after), LOOK_AHEAD)
                    .rows();
            var found = rows.stream()
                    .filter(row -> !row.blocked()
                            && !row.ended()
                            && row.id() != seen.item().id())
                    .findFirst();
            if (found.isPresent()) {
                return found.get().url();
            }
        }
        return "/worklist";
    }
}
