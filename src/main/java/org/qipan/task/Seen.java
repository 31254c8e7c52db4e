package org.qipan.task;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Staff;
import org.qipan.worklist.StandIns;
import org.qipan.worklist.WorkItem;

/**
 * An item as one person may see it.
 *
 * @param mine his post is the one it waits for; else he only looks on from above, or did it once
 * @param absent the one he stands in for if the post is not his own, null otherwise
 * @param asked the absent one is not away but asked him to do this one item
 * @param open nobody has closed it
 * @param closed when it was, null while open
 * @param closedPost words of the post that did it, null if the system ended it
 */
public record Seen(
        WorkItem item,
        Staff by,
        boolean mine,
        @Nullable Staff absent,
        boolean asked,
        boolean open,
        @Nullable Instant closed,
        @Nullable String closedPost) {

    /** The person as the rules of the capability see him: with the post of the item if he stands in for its holder. */
    public Staff worker() {
        return absent == null ? by : StandIns.with(by, List.of(item.post()));
    }

    public boolean takenByOther() {
        UUID assignee = item.assignee();
        return assignee != null && !assignee.equals(by.id());
    }

    public boolean takenByMe() {
        return !asked && by.id().equals(item.assignee());
    }

    /** Whether he must sign for it before he can do it. */
    public boolean toBeClaimed() {
        return mine && open && item.claim() && item.assignee() == null;
    }

    public boolean workable() {
        return mine && open && !takenByOther() && !toBeClaimed();
    }
}
