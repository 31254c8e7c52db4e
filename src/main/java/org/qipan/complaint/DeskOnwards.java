package org.qipan.complaint;

import java.util.Map;
import java.util.UUID;
import org.qipan.casefile.CaseFiles;
import org.qipan.course.ComplaintClocks;
import org.qipan.directory.Directory;
import org.qipan.remit.ReceivingDesk;
import org.qipan.task.PeopleOut;
import org.qipan.task.RecusalLifted;
import org.qipan.task.Recused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A desk whose last officer left a matter has lost it: it lies one level up from then on, words and all (公务员法 arts. 76, 77), or until he
 * returns.
 */
@Component
class DeskOnwards {

    private final ComplaintTable table;
    private final ComplaintClocks clocks;
    private final ReceivingDesk desk;
    private final DesksUp ups;
    private final CaseFiles cases;
    private final Directory directory;

    DeskOnwards(
            ComplaintTable table,
            ComplaintClocks clocks,
            ReceivingDesk desk,
            DesksUp ups,
            CaseFiles cases,
            Directory directory) {
        this.table = table;
        this.clocks = clocks;
        this.desk = desk;
        this.ups = ups;
        this.cases = cases;
        this.directory = directory;
    }

    @EventListener
    @Transactional
    public void on(Recused left) {
        upwards(left.caseId());
    }

    @EventListener
    @Transactional
    public void on(PeopleOut kept) {
        upwards(kept.caseId());
    }

    /** The desk follows its task: what the one above has begun with stays there. */
    @EventListener
    @Transactional
    public void on(RecusalLifted back) {
        table.find(back.caseId())
                .filter(matter -> matter.open() && !ups.waits(matter.id(), ReceivingDesk.officer(matter.desk())))
                .ifPresent(matter -> ups.from(matter.id(), matter.desk())
                        .filter(from -> desk.officers(from, matter.id()))
                        .ifPresent(from -> {
                            ups.forget(matter.id(), matter.desk());
                            move(matter, from, "complaint.deskBack");
                        }));
    }

    private void upwards(UUID id) {
        table.find(id)
                .filter(matter -> !desk.officers(matter.desk(), matter.id()))
                .ifPresent(matter -> desk.free(matter.desk(), matter.id()).ifPresent(to -> {
                    ups.note(matter.id(), matter.desk(), to);
                    move(matter, to, "complaint.deskUp");
                }));
    }

    private void move(Complaint matter, String to, String act) {
        table.desk(matter.id(), to, matter.forwarder());
        clocks.moved(matter.id(), ReceivingDesk.officer(matter.desk()), ReceivingDesk.officer(to));
        cases.record(matter.id(), act, null, null, null, Map.of("to", directory.name(to)));
    }
}
