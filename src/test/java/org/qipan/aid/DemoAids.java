package org.qipan.aid;

import java.time.LocalDate;
import java.util.UUID;
import org.qipan.complaint.KnownMatters;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;

/** A referral to aid of the demo. */
public class DemoAids {

    private final Aids aids;
    private final KnownMatters matters;
    private final Directory directory;

    DemoAids(Aids aids, KnownMatters matters, Directory directory) {
        this.aids = aids;
        this.matters = matters;
        this.directory = directory;
    }

    public void living(UUID matter, String unit, String note, LocalDate until, Staff by) {
        aids.propose(
                matters.get(matter),
                new Aids.Wanted(directory.find(unit).orElseThrow(), Need.LIVING, note, until, true),
                by);
    }
}
