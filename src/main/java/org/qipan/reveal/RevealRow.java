package org.qipan.reveal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request as pages print it.
 *
 * @param asker and {@code decider}: names, as colleagues see them
 * @param asked and {@code decided}, {@code until}: times in China, 2026-11-22 14:03
 * @param decide address of the page on which this reader decides, null if he does not
 */
record RevealRow(
        String asker,
        String asked,
        Purpose purpose,
        String words,
        Reveal.State state,
        @Nullable String decider,
        @Nullable String decided,
        @Nullable String reason,
        @Nullable String until,
        int looks,
        @Nullable String decide) {

    /** Message key. */
    public String stateKey() {
        return "reveal.state." + state.name().toLowerCase(Locale.ROOT);
    }
}
