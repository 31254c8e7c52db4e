package org.qipan.file;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file without its content.
 *
 * @param caseId null until a form that names it is accepted
 * @param type media type, found out from the content
 * @param size bytes as stored, after metadata was removed
 * @param cleaned false where metadata could not be removed without harm (a signed PDF)
 */
public record StoredFile(
        UUID id,
        @Nullable UUID caseId,
        String name,
        String type,
        long size,
        boolean cleaned,
        UUID uploadedBy,
        Instant at) {}
