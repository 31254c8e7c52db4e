package org.qipan.hotline;

import java.time.Instant;
import java.util.UUID;

/** A row of {@code hotline_callback}. */
record Callback(
        UUID id, UUID complaint, String client, String outsideNumber, String state, Instant made, int attempts) {

    /** What the other system is sent; the names are those of its body. */
    record Changed(UUID id, UUID complaint, String outsideNumber, String state, String at) {}

    Changed changed() {
        return new Changed(id, complaint, outsideNumber, state, made.toString());
    }
}
