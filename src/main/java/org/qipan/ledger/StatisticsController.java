package org.qipan.ledger;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.qipan.desk.Desk;
import org.qipan.desk.Desks;
import org.qipan.directory.CurrentStaff;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 统计: for complaint officers and those who answer for an area. */
@Controller
@PreAuthorize("hasAnyRole('complaint-officer','township-leader','district-leader','city-leader','province-leader')")
class StatisticsController {

    private static final int FIRST_YEAR = 2018;

    private final CurrentStaff current;
    private final Desks desks;
    private final StatisticsPages pages;
    private final Clock clock;

    StatisticsController(CurrentStaff current, Desks desks, StatisticsPages pages, Clock clock) {
        this.current = current;
        this.desks = desks;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/complaints/statistics")
    String show(@RequestParam(required = false) @Nullable Integer year, Model model) {
        int thisYear =
                LocalDate.ofInstant(clock.instant(), LedgerConditions.ZONE).getYear();
        int shown = year == null ? thisYear : year;
        if (shown < FIRST_YEAR || shown > thisYear) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Desk desk = desks.of(current.get());
        StatisticsScope scope = StatisticsScope.of(desk);
        model.addAttribute("statistics", pages.of(scope, shown));
        model.addAttribute("tab", scope.list().tab());
        model.addAttribute("previous", shown > FIRST_YEAR ? shown - 1 : null);
        model.addAttribute("next", shown < thisYear ? shown + 1 : null);
        return "ledger/statistics";
    }
}
