package org.qipan.deadline;

import java.util.Optional;

/** What special days may be called; whoever holds the list of words answers. */
public interface DayNames {

    /** The word in the name that Qipan does not use; empty if there is none. */
    Optional<String> forbidden(String name);
}
