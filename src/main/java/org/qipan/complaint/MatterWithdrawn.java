package org.qipan.complaint;

import java.util.UUID;

/** The petitioner took his matter back: what looks at its answer again has nothing left to look at. */
public record MatterWithdrawn(UUID complaint) {}
