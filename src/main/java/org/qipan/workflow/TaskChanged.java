package org.qipan.workflow;

import org.jspecify.annotations.Nullable;

/**
 * A user task came, changed or went. Published synchronously, inside the engine's own transaction, whatever caused it.
 *
 * @param task id of the task
 * @param key id of the task in its model
 * @param process id of the model
 * @param ref business key of the instance
 * @param group candidate group {@code role@unit}, null if the model names none
 * @param assignee staff id, null while nobody signed for it
 */
public record TaskChanged(
        Kind kind,
        String task,
        String key,
        String process,
        String ref,
        @Nullable String group,
        @Nullable String assignee) {

    /** What happened to the task. */
    public enum Kind {
        CREATED,
        UPDATED,
        COMPLETED,
        DELETED
    }
}
