package org.qipan.violations;

import java.time.LocalDate;

/** Asks the machine for the day. */
public class WallClock {

    public LocalDate today() {
        return LocalDate.now();
    }
}
