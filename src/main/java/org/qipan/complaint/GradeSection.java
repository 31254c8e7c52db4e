package org.qipan.complaint;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Staff;
import org.qipan.remit.ReceivingDesk;
import org.qipan.worklist.CasePage;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Why somebody gave a bad grade: for the level above, which was told of it, and not for the desk or for whoever handled it. */
@Component
@Order(1)
class GradeSection implements CaseSection {

    private final ComplaintTable table;
    private final ReceivingDesk desk;
    private final OwnWords own;

    GradeSection(ComplaintTable table, ReceivingDesk desk, OwnWords own) {
        this.table = table;
        this.desk = desk;
        this.own = own;
    }

    @Override
    public CasePage.@Nullable Panel section(UUID id, Staff reader) {
        Complaint complaint = table.find(id).orElseThrow();
        UUID into = complaint.mergedInto();
        Complaint standing = into == null ? complaint : table.find(into).orElseThrow();
        Optional<String> why = desk.superior(standing.desk(), standing.id())
                .filter(reader::holds)
                .flatMap(above -> own.grade(complaint));
        return why.map(text -> new CasePage.Panel("complaint/_grade :: grade", Map.of("graded", text)))
                .orElse(null);
    }
}
