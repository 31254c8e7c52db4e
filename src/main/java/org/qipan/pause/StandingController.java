package org.qipan.pause;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.complaint.ComplaintSight;
import org.qipan.desk.Desks;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Directory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** 停计事项: what stands still in a person's area, the longest first, so that a pause is not forgotten. */
@Controller
class StandingController {

    private static final int LONG_DAYS = 30;

    private final CurrentStaff current;
    private final Desks desks;
    private final SuspensionTable table;
    private final Directory directory;
    private final Clock clock;

    StandingController(CurrentStaff current, Desks desks, SuspensionTable table, Directory directory, Clock clock) {
        this.current = current;
        this.desks = desks;
        this.table = table;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param days it has stood still @param tooLong for longer than a month */
    record Line(
            UUID id, @Nullable String number, String title, String unit, String ground, long days, boolean tooLong) {}

    @GetMapping("/complaints/standing")
    @PreAuthorize("hasAnyRole('complaint-officer','township-leader','district-leader','city-leader','province-leader')")
    ModelAndView list() {
        List<Line> lines = table.standing(new ComplaintSight(desks.of(current.get()))).stream()
                .map(this::line)
                .toList();
        return new ModelAndView("pause/standing", Map.of("lines", lines));
    }

    private Line line(SuspensionTable.Standing one) {
        long days = Duration.between(one.started(), clock.instant()).toDays();
        return new Line(
                one.complaint(),
                one.number(),
                one.title(),
                directory.name(one.unit()),
                "pause.ground." + one.ground(),
                days,
                days > LONG_DAYS);
    }
}
