package org.qipan.casefile;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case got another title, or its number: lists that keep both must follow. Published in the transaction of the act. */
public record CaseNamed(UUID caseId, @Nullable String number, String title) {}
