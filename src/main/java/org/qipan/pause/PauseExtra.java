package org.qipan.pause;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.complaint.Standstill;
import org.qipan.directory.Directory;
import org.qipan.task.Seen;
import org.qipan.task.TaskExtra;
import org.qipan.vault.Safe;
import org.qipan.worklist.CasePage.Panel;
import org.qipan.worklist.Refused;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the task of whoever handles a matter says about its hearings and its standing still. */
@Component
@Order(20)
class PauseExtra implements TaskExtra {

    private final SuspensionTable suspensions;
    private final HearingTable hearings;
    private final Standstill standstill;
    private final Directory directory;
    private final Safe safe;

    PauseExtra(
            SuspensionTable suspensions, HearingTable hearings, Standstill standstill, Directory directory, Safe safe) {
        this.suspensions = suspensions;
        this.hearings = hearings;
        this.standstill = standstill;
        this.directory = directory;
        this.safe = safe;
    }

    /** A suspension as printed. @param own the reader may take back or end it */
    record Shown(long item, String state, String ground, String reason, String to, boolean own) {}

    @Override
    public List<Panel> notices(Seen seen) {
        if (!Standstill.handles(seen.item())) {
            return List.of();
        }
        UUID complaint = seen.item().caseId();
        boolean own = Suspensions.mayAsk(seen);
        List<Panel> panels = new ArrayList<>();
        List<Shown> shown = suspensions.of(complaint).stream()
                .filter(one -> !one.state().equals("withdrawn"))
                .map(one -> shown(seen, one, own))
                .toList();
        if (!shown.isEmpty()) {
            panels.add(new Panel("pause/_pause :: suspensions", Map.of("suspensions", shown)));
        }
        List<Hearing> heard = hearings.of(complaint);
        if (!heard.isEmpty()) {
            Map<String, Object> model = new HashMap<>(Map.of("hearings", heard, "hearingOwn", own));
            panels.add(new Panel("pause/_hearing :: hearings", model));
        }
        return panels;
    }

    private Shown shown(Seen seen, Suspension one, boolean own) {
        return new Shown(
                seen.item().id(),
                one.state(),
                "pause.ground." + one.ground(),
                safe.open(one.complaint(), one.reason()).orElse(""),
                directory.title(one.to()),
                own);
    }

    @Override
    public @Nullable Panel act(Seen seen) {
        if (!Suspensions.mayAsk(seen)) {
            return null;
        }
        Standstill.Matter matter = standstill.find(seen.item().caseId());
        boolean hearing =
                Hearings.may(seen, matter) && hearings.of(matter.id()).stream().noneMatch(Hearing::announced);
        return matter.handling() && !matter.standing()
                ? new Panel("pause/_pause :: act", Map.of("hearingOffered", hearing))
                : null;
    }

    /** Nothing is decided while it stands still, or before a hearing that was announced. */
    @Override
    public void completing(Seen seen) {
        if (!Standstill.handles(seen.item())) {
            return;
        }
        if (suspensions.of(seen.item().caseId()).stream().anyMatch(one -> one.waits() || one.running())) {
            throw new Refused("pause.refused.standing");
        }
        if (hearings.of(seen.item().caseId()).stream().anyMatch(Hearing::announced)) {
            throw new Refused("pause.refused.announced");
        }
    }
}
