package org.qipan.workflow;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What Qipan asks of the engine. Ids go in, nothing of Camunda comes out. Every verb runs in the caller's transaction and flushes JPA
 * first, so engine and data are one commit.
 */
public interface Workflow {

    /**
     * Starts the newest version of a process.
     *
     * @param ref business key: id of the case, or of the row a sub-process stands for
     */
    void start(String process, String ref, Map<String, ?> variables);

    /** As {@link #start}, with this activity first: for what is done once more in a course of its own. */
    void startAt(String process, String ref, String activity, Map<String, ?> variables);

    /**
     * Hands a message to the one instance with this business key.
     *
     * @return false if no instance waits for it (ended, or not there yet)
     */
    boolean correlate(String message, String process, String ref);

    /** Whether the one instance with this business key waits for a message now; one of an older version of its model may never do. */
    boolean awaits(String message, String process, String ref);

    void claim(String task, UUID staff);

    void release(String task);

    /**
     * Completes a task.
     *
     * @throws TaskGone if it was completed or cancelled meanwhile
     */
    void complete(String task, Map<String, ?> variables);

    /** Deletes the running instances with this business key, and says why. */
    void cancel(String process, String ref, String reason);

    /**
     * Moves the waiting timers of an instance, for a stage that was paused or moved.
     *
     * @param where only timers that see these values of variables, for example of one stage; empty for all
     */
    void moveTimers(String process, String ref, String activity, Map<String, ?> where, Instant due);

    /** Adds an instance of a multi-instance activity to a running process, for a stage added later. */
    void addInstance(String process, String ref, String activity, Map<String, ?> variables);

    /** Id of the one open task with this key, or null if there is none now. */
    @Nullable
    String task(String process, String ref, String key);

    /** The Camunda Form deployed with the task, or null if the task has none or is over. */
    @Nullable
    String form(String task);

    /** The model with the tokens and the path taken so far, or null if no instance was ever started. */
    @Nullable
    Course course(String process, String ref);
}
