package org.qipan.intake;

import org.qipan.intake.UnitChoice.Choice;

/** Whom it concerns and where it happened: what decides which desk takes it. */
record Places(Choice about, Choice place) {

    /** One of them is known and nothing has to be asked back. */
    boolean settled() {
        return about.settled() && place.settled() && !(about.blank() && place.blank());
    }
}
