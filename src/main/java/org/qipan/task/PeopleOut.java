package org.qipan.task;

import java.util.List;
import java.util.UUID;

/** People must not know of a case from now on, and nobody is told that it is so. */
public record PeopleOut(UUID caseId, List<UUID> people) {}
