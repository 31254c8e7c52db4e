package org.qipan.demand;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.qipan.deadline.Deadlines;
import org.qipan.directory.Directory;
import org.springframework.stereotype.Component;

/** Demands with their words. Whoever shows them has asked whether the reader may know of the case. */
@Component
public class DemandViews {

    private final DemandTexts texts;
    private final Directory directory;
    private final Deadlines deadlines;
    private final Clock clock;

    DemandViews(DemandTexts texts, Directory directory, Deadlines deadlines, Clock clock) {
        this.texts = texts;
        this.directory = directory;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public DemandView of(Demand demand) {
        Map<String, String> words = texts.of(demand);
        Instant due = demand.due();
        return new DemandView(
                demand,
                directory.title(demand.by()),
                directory.title(demand.to()),
                LocalDate.ofInstant(demand.at(), clock.getZone()),
                due == null || !demand.waits() ? null : deadlines.lamp(demand.at(), due),
                words.get("reason"),
                words.get("asked"),
                words.get("answer"),
                words.get("remark"));
    }

    public List<DemandView> of(Stream<Demand> demands) {
        return demands.map(this::of).toList();
    }
}
