package org.qipan.roster;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.staff.NewPerson;

/**
 * A line of a sheet of people.
 *
 * @param line as a spreadsheet numbers it
 * @param typed unit and post as they stand there
 * @param posts {@code role@unit}
 * @param reason message key of what is wrong, null if nothing is
 * @param staff who was made of it, null if nobody yet
 */
record RosterRow(
        int line,
        String name,
        String username,
        String typed,
        List<String> posts,
        String state,
        @Nullable String reason,
        @Nullable UUID staff) {

    static final String GOOD = "good";
    static final String BAD = "bad";
    static final String DONE = "done";

    static RosterRow bad(int line, NewPerson person, String typed, String reason) {
        return new RosterRow(line, person.name(), person.username(), typed, List.of(), BAD, reason, null);
    }
}
