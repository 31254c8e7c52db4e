package org.qipan.operations;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Failed work as the page prints it.
 *
 * @param caseId the case it belongs to, null if it belongs to none that is known
 * @param number number of the case, null until it has one
 * @param title title of the case, null where titles may quote what a person wrote
 * @param reason message key
 * @param failure class of the failure, empty if the engine kept none
 */
record FailedWorkRow(
        String job,
        @Nullable UUID caseId,
        @Nullable String number,
        @Nullable String title,
        String model,
        String step,
        String reason,
        String failure,
        @Nullable String at) {}
