package org.qipan.complaint;

import java.util.Map;
import java.util.UUID;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.workflow.TaskGone;
import org.qipan.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** What is decided in the tasks of a matter. The row is locked first, and says what may be decided now. */
@Component
class ComplaintDecisions {

    private static final Map<String, String> STATES = Map.of(
            ComplaintProcess.SORT, "received",
            ComplaintProcess.RECEIVE, "forwarded",
            ComplaintProcess.HANDLE, "handling",
            ComplaintProcess.DECIDE, "disputed",
            ComplaintProcess.SIGN, "signing",
            ComplaintProcess.SERVE, "serving",
            ComplaintProcess.CARRY, "carrying",
            ComplaintProcess.CHECK, "checking");

    private final ComplaintTable table;
    private final Sorting sorting;
    private final Objections objections;
    private final Handling handling;

    ComplaintDecisions(ComplaintTable table, Sorting sorting, Objections objections, Handling handling) {
        this.table = table;
        this.sorting = sorting;
        this.objections = objections;
        this.handling = handling;
    }

    /** @return variables for the process */
    Map<String, Object> completing(WorkItem item, Map<String, Object> values, Staff by, Post as) {
        Complaint complaint = table.lock(UUID.fromString(item.ref()));
        if (!complaint.state().equals(STATES.get(item.key()))) {
            throw new TaskGone(item.task());
        }
        return switch (item.key()) {
            case ComplaintProcess.SORT -> sorting.sort(complaint, values, by, as);
            case ComplaintProcess.RECEIVE -> objections.received(complaint, values, by, as);
            case ComplaintProcess.DECIDE -> objections.decided(complaint, values, by, as);
            case ComplaintProcess.HANDLE -> handling.handled(complaint, values, by, as);
            case ComplaintProcess.SIGN -> handling.signed(complaint, values, by, as);
            case ComplaintProcess.SERVE -> handling.served(complaint, values, by, as);
            case ComplaintProcess.CARRY -> handling.carried(complaint, values, by, as);
            default -> handling.checked(complaint, values, by, as);
        };
    }
}
