package org.qipan.complaint;

import java.util.UUID;
import org.qipan.directory.Staff;
import org.qipan.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** Who sees what of a matter, for capabilities above that keep something of their own about it. */
@Component
public class MatterSight {

    private final ComplaintTable table;
    private final ComplaintAccess access;

    MatterSight(ComplaintTable table, ComplaintAccess access) {
        this.table = table;
        this.access = access;
    }

    /** Whether this is a task of whoever handles a matter or carries out its opinion. */
    public static boolean works(WorkItem item) {
        return item.process().equals(ComplaintProcess.COMPLAINT)
                && (item.key().equals(ComplaintProcess.HANDLE) || item.key().equals(ComplaintProcess.CARRY));
    }

    /** Whether a case is a matter at all. */
    public boolean exists(UUID id) {
        return table.find(id).isPresent();
    }

    public boolean sees(UUID id, Staff reader) {
        return access.sees(id, reader);
    }

    /** Whether he is a complaint officer at the desk that has it. */
    public boolean atDesk(UUID id, Staff reader) {
        return access.atDesk(table.find(id).orElseThrow(), reader);
    }
}
