package org.qipan.worklist;

import java.util.UUID;
import org.qipan.directory.Post;

/**
 * 请人代办: one person does an item for another, who stays accountable. It counts as long as the view {@code open_errand} says so.
 *
 * @param post that of the item, held by the asker
 * @param askerName and {@code doerName}: what colleagues see
 */
public record Errand(long item, Post post, UUID asker, String askerName, UUID doer, String doerName) {

    /** Whether this person was asked to do it. */
    public boolean of(UUID staff) {
        return doer.equals(staff);
    }
}
