package org.qipan.pause;

import java.time.LocalDate;
import java.util.UUID;
import org.qipan.campaign.DemoActs;

/** 听证 and 中止 of the demo. */
public class DemoPauses {

    private final Hearings hearings;
    private final Suspensions suspensions;
    private final SuspensionTable table;
    private final DemoActs acts;

    DemoPauses(Hearings hearings, Suspensions suspensions, SuspensionTable table, DemoActs acts) {
        this.hearings = hearings;
        this.suspensions = suspensions;
        this.table = table;
        this.acts = acts;
    }

    public void announce(UUID matter, LocalDate day, String subject) {
        hearings.announce(
                acts.seen(matter, "Task_Handle"),
                new Hearings.Announced(day, "街道综合服务中心二楼会议室", subject, "双方当事人、社区代表、律师各一名"));
    }

    public void hold(UUID matter, LocalDate day, String record) {
        hearings.hold(acts.seen(matter, "Task_Handle"), day, day, record);
    }

    /** The clock stands still from the head's decision on. */
    public void suspend(UUID matter, String ground, String reason) {
        suspensions.ask(acts.seen(matter, "Task_Handle"), ground, reason);
        acts.does(table.of(matter).get(0).id(), "Task_Decide", "decision", "approve");
    }
}
