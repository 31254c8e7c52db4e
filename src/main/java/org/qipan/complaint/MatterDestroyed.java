package org.qipan.complaint;

import java.util.UUID;

/** A matter is about to be destroyed (信访工作条例 art. 30): its key is still there, for the last time. */
public record MatterDestroyed(UUID matter) {}
