package org.qipan.worklist;

import java.util.Set;

/**
 * Posts that were urged, or told that something below them is late: one event for all of one statement. Urges of people are told of when
 * they can no longer be taken back. Published in the transaction that tells.
 *
 * @param posts {@code role@unit}
 */
public record WorkUrged(Set<String> posts) {}
