package org.qipan.complaint;

import java.util.UUID;

/** A review had the answer of a matter written anew: what was to be asked about the old answer is not asked any more. */
public record MatterReopened(UUID complaint) {}
