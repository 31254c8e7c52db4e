package org.qipan.plan;

import org.jspecify.annotations.Nullable;

/** A task of a plan with one thing changed. */
public final class ChangedTask {

    private ChangedTask() {}

    static PlanTask named(PlanTask task, String name) {
        return with(task, name, task.due(), task.dutyItem());
    }

    public static PlanTask due(PlanTask task, @Nullable PlanDay due) {
        return with(task, task.name(), due, task.dutyItem());
    }

    public static PlanTask listed(PlanTask task, @Nullable String dutyItem) {
        return with(task, task.name(), task.due(), dutyItem);
    }

    private static PlanTask with(PlanTask t, String name, @Nullable PlanDay due, @Nullable String dutyItem) {
        return new PlanTask(
                name,
                t.text(),
                t.lead(),
                t.assisting(),
                t.stage(),
                t.unitKind(),
                t.form(),
                t.minimum(),
                t.unitOfMeasure(),
                t.measure(),
                due,
                dutyItem,
                t.basis(),
                t.minutes(),
                t.notice());
    }
}
