package org.qipan.problem;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;

/**
 * A problem as it is stored; its title is that of its case.
 *
 * @param place code of the unit it happened at, null without a place
 * @param origin where it was raised from, null if from nowhere
 * @param raiser the post it was raised in
 * @param state {@code open}, {@code asked} (waits for the raiser to add something), {@code answered}, {@code closed} or {@code withdrawn}
 * @param at code of the unit that has it, or had it last
 * @param started when that unit's clock began, null while no unit is to act
 * @param due exclusive end of its clock, null while no unit is to act
 * @param term version of the term its clock was set by, null for clocks set before there was a table
 * @param solved what the raiser said at the end, null until then
 */
record Problem(
        UUID id,
        String title,
        ProblemKind kind,
        boolean urgent,
        String text,
        @Nullable String place,
        @Nullable Origin origin,
        UUID raisedBy,
        Post raiser,
        Instant raised,
        String state,
        String at,
        @Nullable Instant started,
        @Nullable Instant due,
        @Nullable Long term,
        @Nullable String answer,
        @Nullable Boolean solved) {

    /** Where a problem was met. @param kind {@code item} or {@code record}; @param id of it there */
    record Origin(String kind, long id) {}

    /** Nobody has answered it yet. */
    boolean pending() {
        return state.equals("open") || state.equals("asked");
    }
}
