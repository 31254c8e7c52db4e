package org.qipan.task;

import java.util.UUID;

/** Somebody who had left a case may know of it again. */
public record RecusalLifted(UUID caseId, UUID staff) {}
