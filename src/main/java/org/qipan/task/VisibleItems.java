package org.qipan.task;

import java.util.Optional;
import org.qipan.directory.Staff;
import org.qipan.worklist.WorkItem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** For capabilities whose pages lead back to an item: {@code /tasks/{id}}. */
@Component
public class VisibleItems {

    private final Access access;

    VisibleItems(Access access) {
        this.access = access;
    }

    /** The item as this person sees it; what he may not see does not exist: 404. */
    public Seen see(long id, Staff staff) {
        return access.see(id, staff);
    }

    /** As {@link #see}, for what only the post itself may do, or who does it for the post. */
    public Seen own(long id, Staff staff) {
        return access.own(id, staff);
    }

    /** The item, whether open or not; empty if there is none or this person may not know of it. */
    public Optional<WorkItem> find(long id, Staff staff) {
        try {
            return Optional.of(access.see(id, staff).item());
        } catch (ResponseStatusException e) {
            if (e.getStatusCode() == HttpStatus.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
