package org.qipan.complaint;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Said;
import org.qipan.page.OfficeWords;
import org.qipan.remit.ReceivingDesk;
import org.qipan.vault.Safe;
import org.qipan.worklist.Copies;
import org.springframework.stereotype.Component;

/** A bad grade goes to the level above the desk, to be followed up; whoever handled the matter is not told who gave it or why. */
@Component
class BadGrades {

    /** Field of the vault that keeps why. */
    static final String WHY = "grade";

    private final ReceivingDesk desk;
    private final Copies copies;
    private final Safe safe;
    private final OfficeWords words;

    BadGrades(ReceivingDesk desk, Copies copies, Safe safe, OfficeWords words) {
        this.desk = desk;
        this.copies = copies;
        this.safe = safe;
        this.words = words;
    }

    /** @param standing the matter itself, or the one it was merged into: whoever is excluded there is not told */
    void tell(Complaint complaint, Complaint standing, Set<String> why, @Nullable String text) {
        String reasons = why.stream()
                .filter(Set.of("unsolved", "rude", "law")::contains)
                .sorted()
                .map(reason -> words.of("complaint.why." + reason))
                .collect(Collectors.joining("、"));
        safe.put(complaint.id(), WHY, text == null ? reasons : reasons + "\n" + text);
        desk.superior(standing.desk(), standing.id())
                .ifPresent(above -> copies.tell(complaint.id(), Said.of("complaint.badGrade"), "grade", above));
    }
}
