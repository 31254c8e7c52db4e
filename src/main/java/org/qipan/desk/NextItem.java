package org.qipan.desk;

import java.util.List;
import org.qipan.directory.Staff;
import org.qipan.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** 提交并下一件: the next item that can be worked on, in the order of the list; from the top when the end is reached. */
@Component
public class NextItem {

    private static final int LOOK_AHEAD = 20;

    private final Desks desks;
    private final OpenLists lists;
    private final DeskSettings settings;

    NextItem(Desks desks, OpenLists lists, DeskSettings settings) {
        this.desks = desks;
        this.lists = lists;
        this.settings = settings;
    }

    /** Its address, or the list's where there is nothing left to do. */
    public String after(WorkItem done, Staff by) {
        Desk desk = desks.of(by);
        String order = settings.sort(by.id());
        String key = PageKey.text(done.due(), done.id());
        for (String after : new String[] {key, ""}) {
            List<ListRow> rows = lists.page(desk, ListFilter.NONE.placed(after, order), LOOK_AHEAD)
                    .rows();
            var found = rows.stream()
                    .filter(row -> !row.blocked() && !row.ended() && row.id() != done.id())
                    .findFirst();
            if (found.isPresent()) {
                return found.get().url();
            }
        }
        return "/worklist";
    }
}
