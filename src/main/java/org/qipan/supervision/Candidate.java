package org.qipan.supervision;

import java.util.List;
import java.util.UUID;

/**
 * A matter that could be put under supervision.
 *
 * @param why message keys of what speaks for it
 */
record Candidate(UUID matter, String name, String handler, List<String> why) {}
