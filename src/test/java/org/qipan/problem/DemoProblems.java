package org.qipan.problem;

import java.util.List;
import java.util.UUID;
import org.qipan.directory.Staff;
import org.qipan.task.DemoDesk;

/** Problems of the demo, each act by the person who does it. */
public class DemoProblems {

    private final Problems problems;
    private final DemoDesk desk;

    DemoProblems(Problems problems, DemoDesk desk) {
        this.problems = problems;
        this.desk = desk;
    }

    /** @param kind as in the form: {@code policy}, {@code cooperation} … */
    public UUID raise(Staff by, String kind, String title, String text) {
        Raising raising = new Raising(title, text, ProblemKind.of(kind), false, false, null, null, List.of());
        return problems.raise(raising, by, by.posts().get(0));
    }

    public void answer(UUID problem, Staff by, String text) {
        handle(problem, by, "answer", text);
    }

    public void passUp(UUID problem, Staff by, String text) {
        handle(problem, by, "up", text);
    }

    public void solved(UUID problem, Staff by) {
        desk.complete(desk.item(problem.toString(), ProblemProcess.CONFIRM), by, "decision", "solved");
    }

    private void handle(UUID problem, Staff by, String decision, String text) {
        desk.complete(desk.item(problem.toString(), ProblemProcess.HANDLE), by, "decision", decision, "answer", text);
    }
}
