package org.qipan.plan;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work a plan asks for.
 *
 * @param lead code of the unit that leads it, null while undecided
 * @param assisting codes of the units that assist
 * @param stage number of its stage, from 1
 * @param unitKind kind of unit that does it ({@code village} …), null if only the lead and assisting units do
 * @param form {@code count}, {@code done} or {@code text}
 * @param minimum least number for one unit, null if none is asked
 * @param measure kind of work record that is counted for it, null if the unit states it
 * @param dutyItem code in the imported duty list of its kind of unit
 * @param minutes of filling in, for one unit and month
 * @param notice days between the notice and the work
 */
public record PlanTask(
        String name,
        String text,
        @Nullable String lead,
        List<String> assisting,
        int stage,
        @Nullable String unitKind,
        String form,
        @Nullable BigDecimal minimum,
        @Nullable String unitOfMeasure,
        @Nullable String measure,
        @Nullable PlanDay due,
        @Nullable String dutyItem,
        @Nullable String basis,
        int minutes,
        int notice) {
    public PlanTask {
        assisting = List.copyOf(assisting);
    }

    PlanTask moved(long months) {
        return with(stage, unitKind, measure, due == null ? null : due.plusMonths(months));
    }

    PlanTask at(int number) {
        return with(number, unitKind, measure, due);
    }

    public PlanTask by(@Nullable String kind) {
        return with(stage, kind, measure, due);
    }

    public PlanTask counting(@Nullable String key) {
        return with(stage, unitKind, key, due);
    }

    private PlanTask with(int number, @Nullable String kind, @Nullable String key, @Nullable PlanDay day) {
        return new PlanTask(
                name,
                text,
                lead,
                assisting,
                number,
                kind,
                form,
                minimum,
                unitOfMeasure,
                key,
                day,
                dutyItem,
                basis,
                minutes,
                notice);
    }
}
