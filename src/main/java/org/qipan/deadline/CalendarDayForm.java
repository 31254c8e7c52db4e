package org.qipan.deadline;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the administrator says of one day; the kind {@code usual} means: like its weekday. */
record CalendarDayForm(
        @Nullable @Pattern(regexp = "usual|holiday|workday", message = "{deadline.day.error.kind}")
        String kind,

        @Nullable @Size(max = SpecialDay.NAME_LENGTH, message = "{deadline.day.error.name}")
        String name) {

    @AssertTrue(message = "{deadline.day.error.name}")
    boolean isNamed() {
        return usual() || (name != null && !name.isBlank());
    }

    boolean usual() {
        return kind == null || kind.equals("usual");
    }

    @Nullable
    DayKind special() {
        return kind == null || usual() ? null : DayKind.of(kind);
    }
}
