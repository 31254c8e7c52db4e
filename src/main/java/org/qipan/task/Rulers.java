package org.qipan.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qipan.deadline.DayUnit;
import org.qipan.deadline.Deadlines;
import org.qipan.deadline.RollOver;
import org.qipan.deadline.Term;
import org.qipan.deadline.TermKind;
import org.qipan.deadline.TermRule;
import org.qipan.deadline.TermRuler;
import org.qipan.worklist.CasePages;
import org.qipan.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** The 时限尺 of an item: what the office set itself, from the day its clock began to the last day. */
@Component
class Rulers {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Deadlines deadlines;
    private final CasePages pages;

    Rulers(Deadlines deadlines, CasePages pages) {
        this.deadlines = deadlines;
        this.pages = pages;
    }

    /** The clock with the rule the capability names, else as one the office set itself. Null without a clock. */
    @Nullable
    TermRuler of(WorkItem item) {
        Instant due = item.due();
        if (due == null) {
            return null;
        }
        Instant started = item.started() == null ? item.created() : item.started();
        TermRule known = pages.of(item.process()).rule(item);
        if (known != null) {
            return deadlines.ruler(Term.kept(known, started, due));
        }
        LocalDate last = Deadlines.lastDay(due);
        LocalDate start = LocalDate.ofInstant(started, ZONE);
        if (!start.isBefore(last)) {
            start = last.minusDays(1);
        }
        TermRule rule = new TermRule(
                "work-item",
                (int) ChronoUnit.DAYS.between(start, last),
                DayUnit.CALENDAR,
                TermKind.INTERNAL,
                "task.ruler.article",
                RollOver.NONE,
                0);
        return deadlines.ruler(new Term(rule, start, last, due, List.of(), null, false));
    }
}
