package org.qipan.workflow;

import java.util.Map;

/** Asks the decision tables (DMN) that were deployed with the models. Nothing is started and nothing kept. */
public interface Decisions {

    /**
     * What the newest version of a table says.
     *
     * @param decision key of the table
     * @param inputs by name; one the table asks for and that is missing is null, not an error
     * @return the outputs of the rule that holds, by name; empty if none does
     */
    Map<String, Object> ask(String decision, Map<String, ?> inputs);
}
