package org.qipan.demand;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.qipan.deadline.Deadlines;
import org.qipan.directory.Directory;
import org.qipan.vault.Safe;
import org.springframework.stereotype.Component;

/** Demands with their words. Whoever shows them has asked whether the reader may know of the case. */
@Component
public class DemandViews {

    private static final List<String> FIELDS = List.of("reason", "asked", "answer", "remark");

    private final Safe safe;
    private final Directory directory;
    private final Deadlines deadlines;
    private final Clock clock;

    DemandViews(Safe safe, Directory directory, Deadlines deadlines, Clock clock) {
        this.safe = safe;
        this.directory = directory;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public DemandView of(Demand demand) {
        Map<String, String> texts = safe.open(
                demand.caseId(),
                FIELDS.stream().map(field -> field(demand.id(), field)).toList());
        Instant due = demand.due();
        return new DemandView(
                demand,
                directory.title(demand.by()),
                directory.title(demand.to()),
                LocalDate.ofInstant(demand.at(), clock.getZone()),
                due == null || !demand.waits() ? null : deadlines.lamp(demand.at(), due),
                texts.get(field(demand.id(), "reason")),
                texts.get(field(demand.id(), "asked")),
                texts.get(field(demand.id(), "answer")),
                texts.get(field(demand.id(), "remark")));
    }

    public List<DemandView> of(Stream<Demand> demands) {
        return demands.map(this::of).toList();
    }

    static String field(UUID demand, String what) {
        return demand.toString().replace("-", "") + "-" + what;
    }
}
