package org.qipan.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qipan.casefile.CaseEnded;
import org.qipan.casefile.CaseFiles;
import org.qipan.complaint.Answered;
import org.qipan.complaint.AnsweredMatters;
import org.qipan.directory.Unit;
import org.qipan.review.ReviewRights.Right;
import org.qipan.review.ReviewingUnit.Bench;
import org.qipan.vault.Safe;
import org.qipan.worklist.Refused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 复查 and 复核 as the petitioner asks for them; whoever calls has found the matter by his receipt.
 *
 * <p>A request is no case of its own: its tasks belong to the case of the matter. Whoever is excluded there is excluded here at once, also
 * by a recusal that comes later, which a copy of the exclusions would miss; the words of the petitioner stay under the one key of his case.
 */
@Service
@Transactional
public class Reviews {

    private static final int TEXT = 2000;

    private final ReviewTable table;
    private final ReviewRights rights;
    private final ReviewingUnit units;
    private final ReviewProcess process;
    private final AnsweredMatters matters;
    private final CaseFiles cases;
    private final Safe safe;
    private final Clock clock;

    Reviews(
            ReviewTable table,
            ReviewRights rights,
            ReviewingUnit units,
            ReviewProcess process,
            AnsweredMatters matters,
            CaseFiles cases,
            Safe safe,
            Clock clock) {
        this.table = table;
        this.rights = rights;
        this.units = units;
        this.process = process;
        this.matters = matters;
        this.cases = cases;
        this.safe = safe;
        this.clock = clock;
    }

    /**
     * Asks for what stands open: 复查 of the opinion, or after it 复核.
     *
     * @param reason why, in the petitioner's words; sealed in the vault
     * @throws Refused naming the field {@code reason}, or the article for which he cannot ask now; nothing is stored then
     */
    public void ask(UUID complaint, String reason) {
        check(reason);
        Answered matter = matters.lock(complaint);
        Right right = open(matter, table.of(matter.id()));
        Level level = right.level();
        Bench bench = bench(right, matter);
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        table.insert(id, matter.id(), level, bench.unit(), now, rights.due(level, now, bench.unit()));
        safe.put(matter.id(), level.reason(), reason.strip());
        cases.record(matter.id(), "review.asked-" + level.number(), null, null, null, Map.of());
        process.begin(id, bench);
    }

    /** Takes a request back before its opinion is signed; until the last day he may ask again. @throws Refused if none waits */
    public void withdraw(UUID complaint) {
        UUID matter = matters.lock(complaint).id();
        Review review = table.of(matter).stream()
                .filter(Review::withdrawable)
                .findFirst()
                .orElseThrow(() -> new Refused("review.refused.nothing"));
        table.close(review.id(), "withdrawn");
        cases.record(matter, "review.withdrawn", null, null, null, Map.of());
        process.end(review.id());
    }

    /** Who took his matter back asks for nothing any more. */
    @EventListener
    public void on(CaseEnded gone) {
        table.of(gone.caseId()).stream().filter(Review::running).forEach(review -> {
            table.close(review.id(), "withdrawn");
            cases.record(review.complaint(), "review.withdrawn", null, null, null, Map.of("why", gone.why()));
            process.end(review.id());
        });
    }

    /** Whether a request waits that may still be taken back. */
    @Transactional(readOnly = true)
    public boolean waits(UUID complaint) {
        return table.of(matters.find(complaint).id()).stream().anyMatch(Review::withdrawable);
    }

    private static void check(String reason) {
        if (reason.isBlank()) {
            throw Refused.at("reason", "complaint.refused.empty");
        }
        if (reason.length() > TEXT) {
            throw Refused.at("reason", "complaint.refused.long", TEXT);
        }
    }

    private Right open(Answered matter, List<Review> reviews) {
        if (matter.over()) {
            throw new Refused("review.refused.over");
        }
        if (matter.opinion() == null) {
            throw new Refused("review.refused.noOpinion");
        }
        if (rights.ended(reviews, matter.opinion().paper())) {
            throw new Refused("review.refused.final");
        }
        Right right = rights.right(matter, reviews).orElseThrow(() -> new Refused("review.refused.running"));
        if (right.late(LocalDate.now(clock))) {
            throw new Refused(
                    "review.refused.late-" + right.level().number(),
                    right.lastDay().toString());
        }
        return right;
    }

    private Bench bench(Right right, Answered matter) {
        ReviewingUnit.Found found = units.above(right.against(), matter);
        Bench bench = found.bench();
        if (bench != null) {
            return bench;
        }
        Unit unit = found.unit();
        throw unit == null
                ? new Refused("review.refused.top-" + right.level().number())
                : new Refused("review.refused.elsewhere-" + right.level().number(), unit.name());
    }
}
