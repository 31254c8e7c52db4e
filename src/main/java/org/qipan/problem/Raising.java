package org.qipan.problem;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to report.
 *
 * @param skip past the next level, because it is about that level
 * @param place code of the unit it happened at, null without a place
 * @param files loose files of the person, to belong to the problem from now on
 */
record Raising(
        String title,
        String text,
        ProblemKind kind,
        boolean urgent,
        boolean skip,
        @Nullable String place,
        Problem.@Nullable Origin origin,
        List<UUID> files) {}
