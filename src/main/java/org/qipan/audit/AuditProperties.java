package org.qipan.audit;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the proof against truncation is kept.
 *
 * @param keyFile file with the key (32 bytes or more) that signs the chain's head; without it heads are recorded unsigned
 * @param headFile file outside the database to which each signed head is appended; without it whoever owns the database
 *     can cut the chain's end unseen
 */
@ConfigurationProperties("qipan.audit")
record AuditProperties(@Nullable Path keyFile, @Nullable Path headFile) {}
