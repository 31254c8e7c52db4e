package org.qipan.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.qipan.deadline.WorkCalendar;
import org.qipan.deadline.WorkDays;
import org.springframework.stereotype.Component;

/** When people are left alone: from 20:00 to 8:00 and on rest days. Danger to life asks nobody here. */
@Component
class QuietHours {

    /** First hour of the day in which messages go out, Beijing time. */
    static final int MORNING = 8;
    /** First hour of the evening in which none goes out any more. */
    static final int EVENING = 20;

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final WorkCalendar calendar;

    QuietHours(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /** The moment itself if messages may go out, else the next at which they may. */
    Instant next(Instant moment) {
        WorkDays days = calendar.days();
        ZonedDateTime time = moment.atZone(ZONE);
        LocalDate day = time.toLocalDate();
        if (days.isWorkingDay(day) && time.getHour() < EVENING) {
            return time.getHour() >= MORNING ? moment : morning(day);
        }
        return morning(days.plusWorkingDays(day, 1));
    }

    boolean over(Instant moment) {
        return next(moment).equals(moment);
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(MORNING, 0).atZone(ZONE).toInstant();
    }
}
