package org.qipan.supervision;

import java.time.LocalDate;
import java.util.UUID;
import org.qipan.complaint.KnownMatters;
import org.qipan.directory.Staff;

/** 督办 and 挂牌督办 of the demo. */
public class DemoSupervisions {

    private final Supervisions supervisions;
    private final KnownMatters matters;

    DemoSupervisions(Supervisions supervisions, KnownMatters matters) {
        this.supervisions = supervisions;
        this.matters = matters;
    }

    /** @return the demand that waits for its report */
    public UUID begin(UUID matter, Staff by, String reason, String asked, LocalDate until, boolean listed) {
        return supervisions.begin(
                matters.get(matter), by, new Supervisions.Wanted(Ground.DELAY, reason, asked, until, listed));
    }
}
