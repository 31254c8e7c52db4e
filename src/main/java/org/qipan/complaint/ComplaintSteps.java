package org.qipan.complaint;

import java.util.UUID;
import org.qipan.casefile.CaseFiles;
import org.qipan.course.ComplaintClocks;
import org.springframework.stereotype.Component;

/** What the model calls. Running instances hold on to these names: a method that was released stays. */
@Component("complaintSteps")
public class ComplaintSteps {

    private final ComplaintTable table;
    private final ComplaintClocks clocks;
    private final CaseFiles cases;
    private final Shredding shredding;

    ComplaintSteps(ComplaintTable table, ComplaintClocks clocks, CaseFiles cases, Shredding shredding) {
        this.table = table;
        this.clocks = clocks;
        this.cases = cases;
        this.shredding = shredding;
    }

    public void closed(String complaint) {
        UUID id = UUID.fromString(complaint);
        table.close(id, "closed");
        over(id);
    }

    /** Withdrawn or merged: whoever did it has written down which. */
    public void ended(String complaint) {
        over(UUID.fromString(complaint));
    }

    private void over(UUID id) {
        clocks.allDone(id);
        cases.close(id);
        shredding.due(id);
    }
}
