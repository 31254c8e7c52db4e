package org.qipan.violations;

import org.camunda.bpm.engine.RuntimeService;

/** Knows the engine. */
public record EngineOutsideWorkflow(RuntimeService runtime) {}
