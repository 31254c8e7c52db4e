package org.qipan.assist;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qipan.task.Seen;
import org.qipan.task.TaskExtra;
import org.qipan.worklist.CasePage.Panel;
import org.qipan.worklist.Errand;
import org.qipan.worklist.StandIns;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the page of an item says about who does it for whom. */
@Component
@Order(20)
class ErrandExtra implements TaskExtra {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MM-dd").withZone(ZoneId.of("Asia/Shanghai"));

    private final StandIns standIns;
    private final ErrandRows rows;
    private final Errands errands;

    ErrandExtra(StandIns standIns, ErrandRows rows, Errands errands) {
        this.standIns = standIns;
        this.rows = rows;
        this.errands = errands;
    }

    /**
     * As printed.
     *
     * @param doing the reader is the one who was asked
     * @param withdrawable the reader may take it back
     */
    record Shown(
            long item,
            String asker,
            String doer,
            @Nullable String note,
            String day,
            boolean doing,
            boolean withdrawable) {}

    @Override
    public List<Panel> notices(Seen seen) {
        if (!seen.open()) {
            return List.of();
        }
        return standIns.errand(seen.item().id()).stream()
                .map(errand -> new Panel("assist/_errand :: notice", Map.of("errand", shown(seen, errand))))
                .toList();
    }

    @Override
    public @Nullable Panel act(Seen seen) {
        return errands.mayAsk(seen) ? new Panel("assist/_errand :: act", Map.of()) : null;
    }

    private Shown shown(Seen seen, Errand errand) {
        ErrandRows.Asked asked = rows.asked(errand.item()).orElseThrow();
        return new Shown(
                errand.item(),
                errand.askerName(),
                errand.doerName(),
                asked.note(),
                DATE.format(asked.at()),
                errand.of(seen.by().id()),
                Errands.mayWithdraw(seen, errand));
    }
}
