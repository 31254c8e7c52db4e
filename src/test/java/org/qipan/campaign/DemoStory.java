package org.qipan.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.qipan.StoryClock;
import org.qipan.plan.ChangedTask;
import org.qipan.plan.Plan;
import org.qipan.plan.PlanDay;
import org.qipan.plan.PlanTask;

/** What happens when: acts are noted in any order and told in the order of their moments. The days of 2018 stand for days of the present. */
public class DemoStory {

    /** The day of 2018 that is today: after the day visits were due, in the last week of the second stage. */
    private static final LocalDate TODAY = LocalDate.of(2018, 6, 24);

    private final StoryClock clock;
    private final long later;
    private final List<Event> events = new ArrayList<>();

    private record Event(Instant at, Runnable act) {}

    /** @param today the day that 24 June 2018 is moved to */
    DemoStory(StoryClock clock, LocalDate today) {
        this.clock = clock;
        this.later = ChronoUnit.DAYS.between(TODAY, today);
    }

    LocalDate day(int month, int day) {
        return moved(LocalDate.of(2018, month, day));
    }

    LocalDate moved(LocalDate day) {
        return day.plusDays(later);
    }

    /** The plan with its days of 2018 moved; a ten-day period becomes its first or last day. */
    Plan moved(Plan plan) {
        return plan.withStages(
                        plan.stages().stream()
                                .map(s -> new Plan.Stage(
                                        s.name(),
                                        s.text(),
                                        PlanDay.of(moved(s.opens().first())),
                                        PlanDay.of(moved(s.closes().last())),
                                        s.reasonAllowed()))
                                .toList(),
                        plan.acceptance())
                .withTasks(plan.tasks().stream().map(this::moved).toList());
    }

    private PlanTask moved(PlanTask t) {
        PlanDay due = t.due();
        return ChangedTask.due(t, due == null ? null : PlanDay.of(moved(due.last())));
    }

    /** @param hour of the day, in the story's time */
    public void at(LocalDate day, int hour, Runnable act) {
        events.add(new Event(Stages.start(day).plus(hour, ChronoUnit.HOURS).plusSeconds(events.size() % 3000), act));
    }

    void tell() {
        events.sort(Comparator.comparing(Event::at));
        try {
            for (Event event : events) {
                clock.tell(event.at());
                event.act().run();
            }
        } finally {
            clock.end();
        }
    }
}
