package org.qipan.workflow;

/** The task was completed or cancelled by someone else in the meantime. */
public class TaskGone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TaskGone(String task) {
        super(task);
    }
}
