package org.qipan.plan;

import java.util.Optional;

/** Words that may not be saved in anything a user names. */
interface PlanWords {

    /** The first forbidden word in the text. */
    Optional<String> forbidden(String text);
}
