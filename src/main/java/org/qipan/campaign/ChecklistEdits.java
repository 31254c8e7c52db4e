package org.qipan.campaign;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.campaign.UnitStages.Part;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Said;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Worklist;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person of the unit may change in its checklist, while the stage is open and nothing was submitted. */
@Service
@Transactional
class ChecklistEdits {

    private final Checklist checklist;
    private final StageGate gate;
    private final UnitStages parts;
    private final Directory directory;
    private final CaseFiles files;
    private final Worklist worklist;
    private final Clock clock;

    ChecklistEdits(
            Checklist checklist,
            StageGate gate,
            UnitStages parts,
            Directory directory,
            CaseFiles files,
            Worklist worklist,
            Clock clock) {
        this.checklist = checklist;
        this.gate = gate;
        this.parts = parts;
        this.directory = directory;
        this.files = files;
        this.worklist = worklist;
        this.clock = clock;
    }

    void save(UUID campaign, long us, long item, @Nullable BigDecimal value, @Nullable String note, Staff by) {
        enter(campaign, us, by);
        checklist.save(us, item, value, note, by.id());
    }

    /**
     * 现场停办·求助: stops an item, tells the level above, blames nobody; or takes the item up again.
     *
     * @param subject what the level above reads
     * @return whether it is stopped now
     */
    boolean stop(UUID campaign, long us, long item, String subject, Staff by) {
        Part part = enter(campaign, us, by);
        Instant since = checklist.stoppedSince(us);
        boolean stopped = checklist.stop(us, item, by.id());
        clock(us, since);
        files.record(
                campaign,
                stopped ? "campaign.stopped" : "campaign.takenUp",
                by.id(),
                post(part, by),
                null,
                Map.of("unit", directory.unit(part.unit()).name()));
        if (stopped) {
            directory
                    .upper(part.unit())
                    .flatMap(upper ->
                            directory.role(upper.kind(), Duty.REVIEWER).map(role -> new Post(role, upper.code())))
                    .ifPresent(to -> worklist.copy(campaign, Said.typed(subject), to.group(), by.id()));
        }
        return stopped;
    }

    /** The clock of the unit stands still while any of its items is stopped. @param before since when it stood still, if it did */
    private void clock(long us, @Nullable Instant before) {
        boolean still = checklist.stoppedSince(us) != null;
        if (still && before == null) {
            worklist.stopped(String.valueOf(us));
        } else if (!still && before != null) {
            worklist.resumed(String.valueOf(us), Duration.between(before, clock.instant()));
        }
    }

    private Part enter(UUID campaign, long us, Staff by) {
        Part seen = parts.get(us);
        post(seen, by);
        gate.entered(seen.stage());
        Part part = parts.lock(us);
        if (!part.campaign().equals(campaign)) {
            throw new NoSuchElementException("part " + us);
        }
        if (!part.open() || part.submitted()) {
            throw new Refused("campaign.refused.locked");
        }
        return part;
    }

    /** What a person has no post for does not exist for him. */
    private static Post post(Part part, Staff by) {
        return by.posts().stream()
                .filter(post -> post.unit().equals(part.unit()))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("part " + part.id()));
    }
}
