package org.qipan.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the copy of people and posts stands, in figures.
 *
 * @param copies whether this node is set up to copy at all
 * @param full when everything was last read, null if never
 * @param events moment of the newest change seen, null if none
 * @param wanted whether reading everything again is due
 * @param downSince Keycloak has not answered since, null while it answers
 * @param people who may sign in
 * @param posts posts they hold
 * @param drop the copy that was stopped because more than five in a hundred would go, null if none is
 */
public record RealmState(
        boolean copies,
        @Nullable Instant full,
        @Nullable Instant events,
        boolean wanted,
        @Nullable Instant downSince,
        int people,
        int posts,
        @Nullable Drop drop) {

    /**
     * What a stopped copy would have changed.
     *
     * @param accepted somebody looked at it and let it through; the next copy does it
     */
    public record Drop(
            Instant at, int staffBefore, int staffAfter, int postsBefore, int postsAfter, boolean accepted) {}
}
