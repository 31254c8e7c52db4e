package org.qipan.pause;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Said;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.vault.Safe;
import org.qipan.worklist.AskedPage;
import org.qipan.worklist.Refused;
import org.qipan.worklist.WorkFacts;
import org.qipan.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** How a request to suspend is listed, shown and decided at the desk of the head of the unit. */
@Component
class SuspensionWork implements AskedPage {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DAYS = 3;

    private final SuspensionTable table;
    private final Suspensions suspensions;
    private final CaseFiles cases;
    private final Directory directory;
    private final Safe safe;
    private final Clock clock;

    SuspensionWork(
            SuspensionTable table,
            Suspensions suspensions,
            CaseFiles cases,
            Directory directory,
            Safe safe,
            Clock clock) {
        this.table = table;
        this.suspensions = suspensions;
        this.cases = cases;
        this.directory = directory;
        this.safe = safe;
        this.clock = clock;
    }

    /** A request as printed for the one who decides. */
    record Shown(String by, String ground, String reason) {}

    @Override
    public String kind() {
        return Suspensions.PROCESS;
    }

    @Override
    public WorkFacts facts(String process, String key, String ref) {
        Suspension one = one(ref);
        Instant due = LocalDate.now(clock).plusDays(DAYS + 1).atStartOfDay(ZONE).toInstant();
        return new WorkFacts(
                one.complaint(), Said.of("pause.subject"), null, due, one.at(), false, false, false, false, false);
    }

    @Override
    public Panel panel(WorkItem item, Staff by) {
        Suspension one = one(item.ref());
        return new Panel(
                "pause/_pause :: request",
                Map.of(
                        "request",
                        new Shown(
                                directory.title(one.as()),
                                "pause.ground." + one.ground(),
                                safe.open(one.complaint(), one.reason()).orElse(""))));
    }

    @Override
    public Map<String, Object> completing(WorkItem item, Map<String, Object> values, Staff by, Post as) {
        Suspension one = one(item.ref());
        boolean approved = "approve".equals(values.get("decision"));
        String remark = values.get("remark") instanceof String text && !text.isBlank() ? text.strip() : null;
        check(one, approved, remark, by);
        if (!suspensions.decide(one, approved)) {
            throw Refused.at("decision", "pause.refused.stale");
        }
        cases.record(one.complaint(), approved ? "pause-approved" : "pause-refused", by.id(), as, remark, Map.of());
        return Map.of();
    }

    private static void check(Suspension one, boolean approved, @Nullable String remark, Staff by) {
        if (by.id().equals(one.askedBy())) {
            throw new Refused("pause.refused.own");
        }
        if (!approved && remark == null) {
            throw Refused.at("remark", "pause.refused.remark");
        }
    }

    private Suspension one(String ref) {
        return table.find(UUID.fromString(ref)).orElseThrow();
    }
}
