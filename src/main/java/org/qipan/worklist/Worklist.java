package org.qipan.worklist;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Said;
import org.qipan.directory.Post;

/** What the capabilities may ask of the worklist: set-based changes of open items, and copies for reading. */
public interface Worklist {

    Optional<WorkItem> find(long id);

    /** Opens or blocks the open items of one task of one instance, for example 核对报送 while lower units are missing. */
    void blocked(String ref, String key, boolean blocked);

    /** Moves the due moment of all open items of a stage. */
    void due(long stage, @Nullable Instant due);

    /** Stops or restarts the clocks of all open items of a stage. */
    void paused(long stage, boolean paused);

    /** Marks the open items of a stage that was closed, or takes the mark away: they have no clock and wait for the leader. */
    void ended(long stage, boolean ended);

    /** Stops the clocks of the open items of one instance: what was begun may still be completed. */
    void stopped(String ref);

    /** Restarts them; what is due becomes due later by the time they stood still. */
    void resumed(String ref, java.time.Duration stood);

    /** Puts an entry into 待阅 of a post. */
    void copy(UUID caseId, Said subject, String group, UUID by);

    /** Urges whoever holds the open items of these instances: once per item and day; returns how many were urged. */
    int urge(java.util.Collection<String> refs, UUID by, Post as);
}
