package org.qipan.deadline;

import org.springframework.context.annotation.Import;

/** The clocks, for tests that start a few beans. */
@Import({Deadlines.class, WorkCalendar.class, CalendarDays.class})
public class DeadlineTestBeans {}
