package org.qipan.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the system already counts: the kinds of work records a task may be measured by. */
public interface Measures {

    List<Measure> all();

    /** Whether work of this kind brings staff to people's doors, so that the conduct card is shown. */
    boolean atTheDoor(String measure);

    /**
     * What was recorded for a campaign, by unit, then measure. What nobody recorded is absent, which is not 0.
     *
     * @param from first and {@code to} last day of the work, null for no limit
     */
    Map<String, Map<String, BigDecimal>> totals(
            UUID campaign,
            Collection<String> measures,
            String within,
            @Nullable LocalDate from,
            @Nullable LocalDate to);

    /**
     * @param key stored with the task
     * @param name in the reader's language
     * @param unit unit of measure, for example 次
     */
    record Measure(String key, String name, String unit) {}
}
