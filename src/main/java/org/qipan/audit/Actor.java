package org.qipan.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acted, as a plain value: this module is the lowest and knows neither staff nor units.
 *
 * @param staff the person's id, null for the system itself and for visitors without an account
 * @param post the post the person acted in, as text that stays readable after the post is gone
 */
public record Actor(@Nullable UUID staff, String post) {

    private static final Actor SYSTEM = new Actor(null, "system");

    /** The system acting by itself: a schedule, a first start. */
    public static Actor system() {
        return SYSTEM;
    }
}
