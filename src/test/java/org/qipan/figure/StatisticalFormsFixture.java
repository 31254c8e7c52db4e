package org.qipan.figure;

import java.util.List;
import org.qipan.service.Desk;
import org.qipan.service.Town;

/** The engine over the records of a desk, for tests of the modules above. */
public final class StatisticalFormsFixture {

    private StatisticalFormsFixture() {}

    public static StatisticalForms over(Desk desk) {
        return new StatisticalForms(List.of(desk.measures()), desk.json);
    }

    public static Snapshots snapshots(Desk desk) {
        return new Snapshots(desk.jdbc, Town.CLOCK);
    }
}
