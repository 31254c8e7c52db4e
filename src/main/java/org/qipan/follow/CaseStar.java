package org.qipan.follow;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Staff;
import org.qipan.follow.FollowExtra.Star;
import org.qipan.worklist.CaseExtra;
import org.qipan.worklist.CasePage.Panel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Offers to follow a case on its own page. */
@Component
@Order(1)
class CaseStar implements CaseExtra {

    private final Follows follows;

    CaseStar(Follows follows) {
        this.follows = follows;
    }

    @Override
    public @Nullable Panel act(UUID caseId, Staff reader) {
        return follows.may(caseId, reader)
                ? new Panel("follow/_star :: case", Map.of("star", new Star(caseId, follows.on(caseId, reader))))
                : null;
    }
}
