package org.qipan.worklist;

/** Lets tests of other modules have the overdue items looked at. */
public final class Sweeps {

    private Sweeps() {}

    public static void sweep(Workroom room) {
        room.bean(OverdueSweep.class).sweep();
    }
}
