package org.qipan.casefile;

import java.util.UUID;

/** A case was sealed, or its seal was taken off: lists that follow areas follow it. */
public record CaseSealed(UUID caseId) {}
