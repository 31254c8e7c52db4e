package org.qipan.deadline;

/** Someone else changed the calendar between the preview and the confirmation. */
class CalendarChanged extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
