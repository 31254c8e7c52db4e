package org.qipan.campaign;

import java.util.UUID;

/** Turns the approved plan into the rows the campaign runs on. */
interface PlanFreezer {
    void freeze(UUID campaign);
}
