package org.qipan.hotline;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.page.Texts;
import org.qipan.progress.LegalStep;
import org.qipan.progress.Tracked;

/**
 * Where a matter is, as another system reads it: steps, days and posts. No name and nothing anybody wrote.
 *
 * @param number 受理编号, null before it is sorted
 * @param state code, {@code stateText} the words for it
 * @param nextRight what the petitioner may ask for next, null if nothing
 * @param parts further matters out of the same one
 */
record Standing(
        UUID id,
        String outsideNumber,
        @Nullable String number,
        LocalDate received,
        boolean open,
        String state,
        String stateText,
        List<Step> steps,
        @Nullable Step nextRight,
        List<Part> parts) {

    /**
     * One legal step.
     *
     * @param state {@code done}, {@code running} or {@code ahead}
     * @param on day it was done
     * @param due last day
     * @param holder post that holds it
     * @param article of the law it rests on
     * @param extended whether it was given more time
     */
    record Step(
            String step,
            String title,
            String state,
            @Nullable LocalDate on,
            @Nullable LocalDate due,
            @Nullable String holder,
            String article,
            boolean extended) {}

    /** A matter that was split off. */
    record Part(@Nullable String number, boolean open, String state, String stateText, List<Step> steps) {}

    static Standing of(Tracked tracked, String outsideNumber, Texts texts) {
        LegalStep right = tracked.nextRight();
        return new Standing(
                tracked.id(),
                outsideNumber,
                tracked.number(),
                tracked.received(),
                tracked.open(),
                code(tracked.state()),
                texts.text(tracked.state()),
                steps(tracked, texts),
                right == null ? null : step(right, texts),
                // Nor is what he reported one level up for anybody who works with the office.
                tracked.parts().stream()
                        .filter(part -> !part.urgent())
                        .map(part -> new Part(
                                part.number(),
                                part.open(),
                                code(part.state()),
                                texts.text(part.state()),
                                steps(part, texts)))
                        .toList());
    }

    private static List<Step> steps(Tracked tracked, Texts texts) {
        // Whom the petitioner asked to step back is between him and the office.
        return tracked.steps().stream()
                .filter(step -> !step.key().startsWith("recusal."))
                .map(step -> step(step, texts))
                .toList();
    }

    private static Step step(LegalStep step, Texts texts) {
        return new Step(
                code(step.key()),
                texts.text(step.key()),
                step.state().name().toLowerCase(java.util.Locale.ROOT),
                step.on(),
                step.due(),
                step.holder(),
                texts.text(step.article()),
                step.reason() != null && step.key().startsWith("complaint.step."));
    }

    private static String code(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }
}
