package org.qipan.workflow;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.springframework.dao.OptimisticLockingFailureException;

/** Turns the engine's exceptions into those the rest of Qipan knows. */
final class EngineFailures {

    private EngineFailures() {}

    /** Two transactions changed the same instance: the caller may try again. */
    static void translate(Runnable verb) {
        try {
            verb.run();
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException(String.valueOf(e.getMessage()), e);
        }
    }

    /** As {@link #translate}, for a verb on a task that someone else may have finished. */
    static void onTask(String task, Runnable verb) {
        try {
            translate(verb);
        } catch (SuspendedEntityInteractionException | TaskAlreadyClaimedException e) {
            throw gone(task, e);
        } catch (NullValueException e) {
            // The same type is thrown for anything that is missing further on in the process; that is no news about
            // this task.
            if (String.valueOf(e.getMessage()).contains(task)) {
                throw gone(task, e);
            }
            throw e;
        }
    }

    private static TaskGone gone(String task, ProcessEngineException cause) {
        TaskGone gone = new TaskGone(task);
        gone.initCause(cause);
        return gone;
    }
}
