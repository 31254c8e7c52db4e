package org.qipan.reception;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.complaint.KnownMatters;
import org.qipan.directory.Staff;

/** 接访, 批示 and 包案 of the demo. */
public class DemoReceptions {

    private final Receptions receptions;
    private final ReceptionTable table;
    private final Leaders leaders;
    private final KnownMatters matters;

    DemoReceptions(Receptions receptions, ReceptionTable table, Leaders leaders, KnownMatters matters) {
        this.receptions = receptions;
        this.table = table;
        this.leaders = leaders;
        this.matters = matters;
    }

    public UUID day(LocalDate day, Staff by) {
        return receptions.plan(
                new Receptions.Planned(day, LocalTime.of(9, 0), LocalTime.of(11, 30), "街道群众来访接待室", 6), by);
    }

    public void put(UUID matter, UUID day, Staff by) {
        receptions.put(matters.get(matter), day, true, by);
    }

    /** @param asked what the handling unit is to do until a day */
    public void said(UUID matter, String said, String asked, LocalDate until, Staff by) {
        UUID visit = table.ofMatter(matter).get(0).id();
        receptions.note(visit, new Receptions.Note(true, said, asked, until), by);
    }

    public UUID instruct(UUID matter, String text, @Nullable LocalDate until, Staff by) {
        return leaders.instruct(matters.get(matter), text, until, by);
    }

    public void care(UUID matter, String goal, Staff by) {
        leaders.take(matters.get(matter), goal, by);
    }
}
