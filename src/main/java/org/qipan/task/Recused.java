package org.qipan.task;

import java.util.UUID;

/** Somebody left a case, and what waited for him was given on: a capability that keeps who is in charge of it looks again. */
public record Recused(UUID caseId) {}
