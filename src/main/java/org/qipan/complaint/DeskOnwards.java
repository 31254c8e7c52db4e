package org.qipan.complaint;

import java.util.Map;
import org.qipan.casefile.CaseFiles;
import org.qipan.course.ComplaintClocks;
import org.qipan.directory.Directory;
import org.qipan.remit.ReceivingDesk;
import org.qipan.task.Recused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A desk whose last officer left a matter has lost it: it lies one level up from then on, words and all (公务员法 arts. 76, 77). */
@Component
class DeskOnwards {

    private final ComplaintTable table;
    private final ComplaintClocks clocks;
    private final ReceivingDesk desk;
    private final CaseFiles cases;
    private final Directory directory;

    DeskOnwards(
            ComplaintTable table, ComplaintClocks clocks, ReceivingDesk desk, CaseFiles cases, Directory directory) {
        this.table = table;
        this.clocks = clocks;
        this.desk = desk;
        this.cases = cases;
        this.directory = directory;
    }

    @EventListener
    @Transactional
    public void on(Recused left) {
        table.find(left.caseId())
                .filter(matter -> !desk.officers(matter.desk(), matter.id()))
                .ifPresent(matter -> desk.free(matter.desk(), matter.id()).ifPresent(to -> move(matter, to)));
    }

    private void move(Complaint matter, String to) {
        table.desk(matter.id(), to, matter.forwarder());
        clocks.moved(matter.id(), ReceivingDesk.officer(matter.desk()), ReceivingDesk.officer(to));
        cases.record(matter.id(), "complaint.deskUp", null, null, null, Map.of("to", directory.name(to)));
    }
}
