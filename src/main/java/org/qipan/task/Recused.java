package org.qipan.task;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody left a case. @param declared the recusal, where he said so himself; null where it was ordered or came with another case */
public record Recused(UUID caseId, @Nullable UUID declared) {}
