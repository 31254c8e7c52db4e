package org.qipan.subject;

import org.jspecify.annotations.Nullable;

/**
 * The way a complaint is suggested to go. Only a suggestion: the officer decides.
 *
 * @param route petition, duty, suggestion, simple, litigation, arbitration, administrative, sealed or declined; null where the table leaves it to
 *     the officer
 * @param unit code of the unit that would handle it; null where nobody in this installation may
 * @param reason code of the rule of the route, message {@code subject.reason.<reason>}
 * @param handling code of the rule of the unit, message {@code subject.handling.<handling>}
 */
public record Way(@Nullable String route, @Nullable String unit, String reason, String handling) {

    /** Message key of why this route. */
    public String reasonKey() {
        return "subject.reason." + reason;
    }

    /** Message key of why this unit. */
    public String handlingKey() {
        return "subject.handling." + handling;
    }
}
