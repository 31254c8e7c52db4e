package org.qipan.worklist;

import org.springframework.context.ApplicationContext;

/** Lets tests of other modules have the overdue items looked at. */
public final class Sweeps {

    private Sweeps() {}

    public static void sweep(Workroom room) {
        room.bean(OverdueSweep.class).sweep();
    }

    public static void sweep(ApplicationContext context) {
        context.getBean(OverdueSweep.class).sweep();
    }
}
