package org.qipan.worklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item whether open or not.
 *
 * @param state {@code open}, {@code done} by a person or {@code gone} because the engine ended it
 */
public record StoredItem(
        WorkItem item, String state, @Nullable Instant closed) {

    public boolean open() {
        return "open".equals(state);
    }
}
