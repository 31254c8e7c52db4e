package org.qipan.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The working days, read once and kept until someone changes them. A change on this node shows at once after its commit,
 * one on another node within a second.
 */
@Service
public class WorkCalendar {

    private static final Duration TRUST = Duration.ofSeconds(1);

    private final CalendarDays days;
    private final Clock clock;
    private volatile @Nullable Copy copy;

    WorkCalendar(CalendarDays days, Clock clock) {
        this.days = days;
        this.clock = clock;
    }

    /** The days as they are now; take it once for a computation over many dates. */
    public WorkDays days() {
        Instant now = clock.instant();
        Copy held = copy;
        if (held != null && Duration.between(held.checked(), now).abs().compareTo(TRUST) < 0) {
            return held.days();
        }
        // the version is read before the days: a change between the two makes the next check read again, never miss it
        long version = days.version();
        Copy fresh = new Copy(held != null && held.version() == version ? held.days() : days.read(), version, now);
        copy = fresh;
        return fresh.days();
    }

    /** See {@link WorkDays#isWorkingDay}. */
    public boolean isWorkingDay(LocalDate day) {
        return days().isWorkingDay(day);
    }

    /** See {@link WorkDays#plusWorkingDays}. */
    public LocalDate plusWorkingDays(LocalDate from, int n) {
        return days().plusWorkingDays(from, n);
    }

    /** See {@link WorkDays#workingDaysBetween}. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        return days().workingDaysBetween(from, to);
    }

    /** See {@link WorkDays#isProvisional}. */
    public boolean isProvisional(LocalDate day) {
        return days().isProvisional(day);
    }

    void forget() {
        copy = null;
    }

    private record Copy(WorkDays days, long version, Instant checked) {}
}
