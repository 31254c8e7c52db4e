package org.qipan.subject;

import org.jspecify.annotations.Nullable;

/**
 * One version of a subject. A complaint keeps the version it was sorted by.
 *
 * @param id of this version; the code stays the same over all of them
 * @param path names from the top down to this one, as they were while this version held
 * @param department suffix of the department that answers, for example {@code -03}; null where the desk decides
 * @param term code of a term of {@code term.Terms}, or {@code proceeding}; null where the clock is that of the route
 * @param basis names of the laws it rests on, empty if none is named
 * @param leaf whether nothing lies below it: only leaves are given to complaints
 */
public record Subject(
        long id,
        String code,
        String name,
        String path,
        @Nullable String department,
        @Nullable String term,
        String basis,
        boolean leaf) {}
