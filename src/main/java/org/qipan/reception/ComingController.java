package org.qipan.reception;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.qipan.directory.Directory;
import org.qipan.page.PublicPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 接访日公告: on which days a leader receives, and where. For everybody, without an account. */
@Controller
@PublicPage
class ComingController {

    private static final int AHEAD = 92;

    private final ReceptionTable table;
    private final Directory directory;
    private final Clock clock;

    ComingController(ReceptionTable table, Directory directory, Clock clock) {
        this.table = table;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param leader words of the post; nobody's name */
    record Coming(LocalDate day, String hours, String unit, String leader, String place) {}

    @GetMapping("/reception")
    String show(Model model) {
        LocalDate today = LocalDate.now(clock);
        List<Coming> days = table.coming(today, today.plusDays(AHEAD)).stream()
                .map(day -> new Coming(
                        day.day(),
                        day.opens() + "–" + day.closes(),
                        directory.name(day.leader().unit()),
                        directory.title(day.leader()),
                        day.place()))
                .toList();
        model.addAttribute("days", days);
        return "reception/coming";
    }
}
