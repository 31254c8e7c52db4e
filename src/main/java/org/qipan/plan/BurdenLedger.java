package org.qipan.plan;

import java.util.ArrayList;
import java.util.List;
import org.qipan.plan.Measures.Measure;

/**
 * 减负账本: what a plan costs one village in a month of filling in.
 *
 * @param minutes for one village and month
 * @param counted tasks of the villages whose figure the system counts: nothing is filled in
 * @param offers tasks that ask for a number the system already has
 */
record BurdenLedger(int minutes, int counted, List<Line> lines, List<Offer> offers) {

    /** @param minutes 0 if counted */
    record Line(String task, int minutes, boolean counted) {}

    /** @param task index of the task in the plan */
    record Offer(int task, String name, int minutes, String measure, String measureName) {}

    static BurdenLedger of(List<PlanTask> tasks, List<Measure> measures) {
        List<Line> lines = new ArrayList<>();
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            PlanTask task = tasks.get(i);
            if (!"village".equals(task.unitKind())) {
                continue;
            }
            boolean counted = task.measure() != null;
            lines.add(new Line(task.name(), counted ? 0 : task.minutes(), counted));
            if (!counted && task.form().equals("count")) {
                int index = i;
                measures.stream()
                        .filter(m -> known(task, m))
                        .findFirst()
                        .ifPresent(m -> offers.add(new Offer(index, task.name(), task.minutes(), m.key(), m.name())));
            }
        }
        int minutes = lines.stream().mapToInt(Line::minutes).sum();
        int counted = (int) lines.stream().filter(Line::counted).count();
        return new BurdenLedger(minutes, counted, lines, offers);
    }

    /** A task named after a kind of work record asks for what that kind already counts. */
    private static boolean known(PlanTask task, Measure measure) {
        return task.name().contains(measure.name());
    }
}
