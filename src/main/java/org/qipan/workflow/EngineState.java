package org.qipan.workflow;

import java.time.Instant;
import java.util.List;

/** How the engine stands, in figures and without any case. */
public interface EngineState {

    /** Whether this node carries out the engine's work. */
    boolean executing();

    /** Work that could have been carried out since {@code before} and still waits. */
    long late(Instant before);

    /** By model, newest version first; {@link ModelVersion#started} counts from {@code since}. */
    List<ModelVersion> models(Instant since);
}
