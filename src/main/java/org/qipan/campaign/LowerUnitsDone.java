package org.qipan.campaign;

/** The last of the lower units was accepted or withdrawn: the unit may submit. @param us its part in the stage */
record LowerUnitsDone(long us, String unit) {}
