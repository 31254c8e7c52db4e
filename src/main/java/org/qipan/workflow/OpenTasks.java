package org.qipan.workflow;

import java.util.function.Consumer;

/** Reads the engine's open user tasks one by one, for those who keep a projection of them. */
public interface OpenTasks {

    /** Hands over every open task as if it had just been created. */
    void each(Consumer<TaskChanged> open);
}
