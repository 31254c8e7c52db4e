package org.qipan.plan;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.springframework.security.access.AccessDeniedException;

/** The campaigns that plans are written for. Implemented by the module that runs them. */
public interface PlannedCampaigns {

    /**
     * A campaign as far as its plan goes.
     *
     * @param unit code of its owner
     * @param state message key of where it is
     * @param closed message key of why the plan cannot be written, null while it can
     */
    record Planned(
            UUID id,
            String name,
            String unit,
            boolean practice,
            String state,
            @Nullable String closed) {}

    /** @throws NoSuchElementException if there is none */
    Planned get(UUID campaign);

    /** @throws NoSuchElementException if there is none for the person who asks */
    void visible(UUID campaign);

    /** The post in which the person who asks writes the plan of a unit. */
    Optional<Post> drafting(String unit);

    /**
     * The post in which the person who asks writes the plan of a campaign he may see.
     *
     * @throws AccessDeniedException if he has none
     */
    default Post drafter(UUID campaign) {
        visible(campaign);
        return drafting(get(campaign).unit()).orElseThrow(() -> new AccessDeniedException("no post for this"));
    }

    /** The plan goes to the leader. @throws Refused with everything that is missing */
    void submit(UUID campaign, Staff by, Post as);
}
