package org.qipan.campaign;

import java.util.List;

/** What the system already counts: the kinds of work records a task may be measured by. */
interface Measures {

    List<Measure> all();

    /**
     * @param key stored with the task
     * @param name in the reader's language
     * @param unit unit of measure, for example 次
     */
    record Measure(String key, String name, String unit) {}
}
