package org.qipan.follow;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.task.Seen;
import org.qipan.task.TaskExtra;
import org.qipan.worklist.CasePage.Panel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Offers to follow the case of an item. */
@Component
@Order(90)
class FollowExtra implements TaskExtra {

    private final Follows follows;

    FollowExtra(Follows follows) {
        this.follows = follows;
    }

    /** @param on it is followed already */
    record Star(UUID id, boolean on) {}

    @Override
    public @Nullable Panel act(Seen seen) {
        UUID caseId = seen.item().caseId();
        return follows.may(caseId, seen.by())
                ? new Panel("follow/_star :: act", Map.of("star", new Star(caseId, follows.on(caseId, seen.by()))))
                : null;
    }
}
