package org.qipan.campaign;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the system already counts: the kinds of work records a task may be measured by. */
interface Measures {

    List<Measure> all();

    /** What was recorded for a campaign, by unit, then measure. What nobody recorded is absent, which is not 0. */
    Map<String, Map<String, BigDecimal>> totals(UUID campaign, Collection<String> measures, String within);

    /**
     * @param key stored with the task
     * @param name in the reader's language
     * @param unit unit of measure, for example 次
     */
    record Measure(String key, String name, String unit) {}
}
