package org.qipan.review;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Vocabulary;
import org.qipan.complaint.Answered;
import org.qipan.complaint.AnsweredMatters;
import org.qipan.complaint.Typed;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.vault.Safe;
import org.qipan.workflow.TaskGone;
import org.qipan.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** What is decided in the tasks of a request. The row is locked first, and says what may be decided now. */
@Component
class ReviewDecisions {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Map<String, String> STATES = Map.of(
            ReviewProcess.RECEIVE, "asked",
            ReviewProcess.EXAMINE, "examining",
            ReviewProcess.SIGN, "signing",
            ReviewProcess.SERVE, "serving");

    private final ReviewTable table;
    private final ReviewRights rights;
    private final ReviewResult result;
    private final AnsweredMatters matters;
    private final CaseFiles cases;
    private final Safe safe;
    private final Vocabulary vocabulary;
    private final Clock clock;

    ReviewDecisions(
            ReviewTable table,
            ReviewRights rights,
            ReviewResult result,
            AnsweredMatters matters,
            CaseFiles cases,
            Safe safe,
            Vocabulary vocabulary,
            Clock clock) {
        this.table = table;
        this.rights = rights;
        this.result = result;
        this.matters = matters;
        this.cases = cases;
        this.safe = safe;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    /** @return variables for the process */
    Map<String, Object> completing(WorkItem item, Map<String, Object> values, Staff by, Post as) {
        Review review = table.lock(UUID.fromString(item.ref()));
        if (!review.state().equals(STATES.get(item.key()))) {
            throw new TaskGone(item.task());
        }
        Typed typed = new Typed(values, vocabulary);
        return switch (item.key()) {
            case ReviewProcess.RECEIVE -> received(review, typed, by, as);
            case ReviewProcess.EXAMINE -> examined(review, typed, by, as);
            case ReviewProcess.SIGN -> signed(review, typed, by, as);
            default -> result.served(review, typed, by, as);
        };
    }

    private Map<String, Object> received(Review review, Typed typed, Staff by, Post as) {
        if ("declined".equals(typed.choice("decision"))) {
            String reason = typed.needed("reason");
            typed.check();
            table.draft(review, Ruling.DECLINED, null, reason, null, by.id());
            long paper = matters.sign(
                    review.complaint(), Ruling.DECLINED.key(), null, reason, null, by.id(), as.unit(), by.id());
            table.paper(review.id(), paper);
            return done(review, "serving", "declined", null, by, as);
        }
        String digest = typed.needed("digest");
        typed.check();
        safe.put(review.complaint(), review.level().digest(), digest);
        return done(review, "examining", "accepted", null, by, as);
    }

    private Map<String, Object> examined(Review review, Typed typed, Staff by, Post as) {
        apart(review, by, typed);
        if ("hearing".equals(typed.choice("decision"))) {
            return heard(review, typed, by, as);
        }
        if (typed.choice("ruling").isEmpty()) {
            typed.refuse("ruling", "complaint.refused.empty");
        }
        String facts = typed.needed("facts");
        String opinion = typed.needed("opinion");
        String basis = typed.needed("basis");
        typed.check();
        table.draft(review, Ruling.of(typed.choice("ruling")), facts, opinion, basis, by.id());
        return done(review, "signing", "examined", null, by, as);
    }

    /** Art. 36: the time of a hearing is left out, in the final review alone. What was written down before is corrected by it. */
    private Map<String, Object> heard(Review review, Typed typed, Staff by, Post as) {
        LocalDate from = typed.day("hearingFrom");
        LocalDate to = typed.day("hearingTo");
        LocalDate asked = LocalDate.ofInstant(review.asked(), ZONE);
        if (review.level() != Level.FINAL) {
            typed.refuse("decision", "review.refused.hearing");
        } else if (from == null || from.isBefore(asked)) {
            typed.refuse("hearingFrom", "review.refused.hearingDays", asked.toString());
        } else if (to == null || to.isBefore(from) || to.isAfter(LocalDate.now(clock))) {
            typed.refuse("hearingTo", "review.refused.hearingDays", asked.toString());
        }
        typed.check();
        LocalDate first = Objects.requireNonNull(from);
        LocalDate last = Objects.requireNonNull(to);
        table.hearing(review.id(), first, last, rights.due(review, first, last));
        Map<String, String> days = Map.of("days", first + " – " + last);
        cases.record(review.complaint(), "review.hearing", by.id(), as, null, days);
        return ReviewProcess.outcome("hearing");
    }

    private Map<String, Object> signed(Review review, Typed typed, Staff by, Post as) {
        apart(review, by, typed);
        if ("returned".equals(typed.choice("decision"))) {
            String remark = typed.needed("remark");
            typed.check();
            return done(review, "examining", "returned", remark, by, as);
        }
        if (by.id().equals(review.writer())) {
            typed.refuse(null, "complaint.refused.own");
        }
        String remark = typed.text("remark");
        typed.check();
        long paper = matters.sign(
                review.complaint(),
                review.level().paper(),
                review.facts(),
                Objects.requireNonNull(review.opinion()),
                review.basis(),
                Objects.requireNonNull(review.writer()),
                review.unit(),
                by.id());
        table.paper(review.id(), paper);
        return done(review, "serving", "signed", remark, by, as);
    }

    /** Whoever wrote or signed what is looked at again has no part in it, whatever post he holds now. */
    private void apart(Review review, Staff by, Typed typed) {
        Answered.Opinion opinion = matters.find(review.complaint()).opinion();
        Set<UUID> writers = opinion == null ? Set.of() : opinion.writers();
        List<Review> earlier = table.of(review.complaint()).stream()
                .filter(one -> one.level() != review.level() && one.counts())
                .toList();
        if (writers.contains(by.id())
                || earlier.stream()
                        .anyMatch(one -> by.id().equals(one.writer()) || by.id().equals(one.signer()))) {
            typed.refuse(null, "review.refused.own");
        }
    }

    private Map<String, Object> done(
            Review review, String state, String outcome, @Nullable String remark, Staff by, Post as) {
        table.state(review.id(), state);
        cases.record(review.complaint(), "review." + outcome, by.id(), as, remark, Map.of());
        return ReviewProcess.outcome(outcome);
    }
}
