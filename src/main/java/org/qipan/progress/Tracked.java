package org.qipan.progress;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the petitioner reads of his own matter: steps, days and posts; no name, and nothing of the unit he complains of.
 *
 * @param number 受理编号, null before it is sorted
 * @param state message key of where it is
 * @param nextRight what he may ask for next and until when, null if nothing
 * @param letters that were served on him
 * @param kept false once all that was written was destroyed: then nothing is added, and there is nothing to rate
 * @param urgent what he reported one level up about another of his matters
 * @param parts further matters out of the same letter, and what he reported one level up, each with steps and letters of its own
 */
public record Tracked(
        UUID id,
        @Nullable String number,
        LocalDate received,
        boolean open,
        String state,
        List<LegalStep> steps,
        @Nullable LegalStep nextRight,
        List<Message> messages,
        List<Letter> letters,
        boolean mayWithdraw,
        boolean mayRate,
        boolean kept,
        boolean urgent,
        List<Tracked> parts) {

    /** @param mine written by the petitioner */
    public record Message(LocalDate on, boolean mine, String text) {}

    /** @param kind message key of the kind of paper; {@code facts} and {@code basis} null where it has none */
    public record Letter(
            String kind,
            String number,
            LocalDate served,
            @Nullable String facts,
            String text,
            @Nullable String basis) {}
}
