package org.qipan.complaint;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper that was signed, with what of its matter stands on it. Nothing of who the petitioner is.
 *
 * @param kind as {@link Paper#kind}
 * @param unit code of the unit in whose name it was signed
 * @param how it was served, {@code served} when, and the {@code proof}: null until it was
 * @param matter 受理编号, null if the matter has none
 * @param request what was asked for, in the officer's words; null where there are none
 * @param petition art. 31 (6) governs the matter
 * @param last an opinion after which nothing can be asked for any more: a final review came before it (art. 36)
 */
public record IssuedPaper(
        long id,
        UUID complaint,
        String kind,
        String number,
        String unit,
        LocalDate signed,
        @Nullable String how,
        @Nullable LocalDate served,
        @Nullable String proof,
        @Nullable String facts,
        String text,
        @Nullable String basis,
        @Nullable String matter,
        String title,
        LocalDate received,
        @Nullable String request,
        boolean petition,
        boolean last) {

    /** Its text is still here: it was not destroyed with its matter. */
    public boolean kept() {
        return !text.isEmpty();
    }
}
