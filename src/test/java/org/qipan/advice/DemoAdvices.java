package org.qipan.advice;

import java.time.LocalDate;
import java.util.UUID;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;

/** A recommendation of the demo. */
public class DemoAdvices {

    private final Advices advices;
    private final AdviceTable table;
    private final Directory directory;

    DemoAdvices(Advices advices, AdviceTable table, Directory directory) {
        this.advices = advices;
        this.table = table;
        this.directory = directory;
    }

    /** @return the demand that waits for the answer */
    public UUID improve(String to, LocalDate from, LocalDate until, String text, LocalDate answer, Staff by) {
        UUID id = advices.make(
                new Advices.Wanted(directory.find(to).orElseThrow(), AdviceKind.IMPROVE, "", from, until, text, answer),
                by);
        return table.find(id).orElseThrow().demand();
    }
}
