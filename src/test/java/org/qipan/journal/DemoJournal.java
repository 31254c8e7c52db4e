package org.qipan.journal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.qipan.campaign.DemoActs;

/** What whoever handles a matter of the demo did. */
public class DemoJournal {

    private final Journal journal;
    private final DemoActs acts;

    DemoJournal(Journal journal, DemoActs acts) {
        this.journal = journal;
        this.acts = acts;
    }

    /** @param kind of {@link Journal#KINDS} */
    public void write(UUID matter, String kind, LocalDate day, String text) {
        boolean mediation = kind.equals("mediation");
        journal.write(
                acts.seen(matter, "Task_Handle"), new Journal.Typed(kind, day, text, mediation, mediation), List.of());
    }
}
