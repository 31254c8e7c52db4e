package org.qipan.workflow;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A FEEL expression, parsed once. A missing variable is null, not an error. */
public interface Formula {

    /** The value as Java sees it: Boolean, BigDecimal, String, java.time type, List, Map or null. */
    @Nullable
    Object value(Map<String, ?> variables);

    /** Whether the value is true; null and everything else is false. */
    boolean holds(Map<String, ?> variables);

    /** Makes formulas. */
    interface Parser {
        /**
         * Parses an expression, with or without the leading {@code =} of Camunda Forms.
         *
         * @throws IllegalArgumentException with position, if it is not FEEL
         */
        Formula parse(String expression);
    }
}
