package org.qipan.roster;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;
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

    NewPerson person() {
        return new NewPerson(name, username);
    }

    Set<Post> held() {
        return posts.stream().map(Post::of).collect(Collectors.toSet());
    }

    static RosterRow good(int line, NewPerson person, String typed, Set<Post> posts) {
        List<String> groups = posts.stream().map(Post::group).toList();
        return new RosterRow(line, person.name(), person.username(), typed, groups, GOOD, null, null);
    }

    static RosterRow bad(int line, NewPerson person, String typed, String reason) {
        return new RosterRow(line, person.name(), person.username(), typed, List.of(), BAD, reason, null);
    }
}
