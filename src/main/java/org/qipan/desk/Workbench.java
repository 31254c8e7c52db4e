package org.qipan.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.qipan.directory.Staff;
import org.springframework.stereotype.Service;

/** The read model of the workbench; put it into the page as {@code today} and include {@code desk/_today :: today}. */
@Service
public class Workbench {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int READ = 100;
    private static final int SHOWN = 5;

    private final Desks desks;
    private final OpenLists open;
    private final PastLists past;
    private final Clock clock;

    Workbench(Desks desks, OpenLists open, PastLists past, Clock clock) {
        this.desks = desks;
        this.open = open;
        this.past = past;
        this.clock = clock;
    }

    public Today today(Staff staff) {
        Desk desk = desks.of(staff);
        List<ListRow> rows = open.page(desk, ListFilter.NONE, READ).rows();
        LocalDate today = LocalDate.now(clock);
        Instant tonight = today.plusDays(1).atStartOfDay(ZONE).toInstant();
        Instant week = today.plusDays(8).atStartOfDay(ZONE).toInstant();
        List<ListRow> now = rows.stream().filter(row -> until(row, tonight)).toList();
        List<ListRow> soon = rows.stream()
                .filter(row -> until(row, week) && !until(row, tonight))
                .toList();
        Instant next = rows.stream()
                .map(ListRow::due)
                .filter(due -> due != null && due.isAfter(tonight))
                .findFirst()
                .orElse(null);
        return new Today(
                now.stream().limit(SHOWN).toList(),
                now.size(),
                soon.stream().limit(SHOWN).toList(),
                soon.size(),
                past.countToRead(desk),
                past.done(desk, ListFilter.NONE, SHOWN).rows(),
                next);
    }

    private static boolean until(ListRow row, Instant moment) {
        return row.due() != null && !row.due().isAfter(moment);
    }
}
