package org.qipan.subject;

import org.jspecify.annotations.Nullable;

/**
 * A subject as the page lists it.
 *
 * @param depth how deep it lies, drawn up to 6
 * @param department name or suffix of its department, empty without one
 */
record SubjectLine(
        String code,
        String name,
        int depth,
        boolean leaf,
        String department,
        @Nullable SubjectTerm term,
        String basis) {}
