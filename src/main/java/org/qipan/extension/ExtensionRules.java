package org.qipan.extension;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.qipan.deadline.Deadlines;
import org.qipan.deadline.PetitionTerms;
import org.qipan.deadline.TermKind;
import org.qipan.deadline.TermRule;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.task.Seen;
import org.qipan.worklist.CasePages;
import org.qipan.worklist.Refused;
import org.qipan.worklist.WorkItem;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** Whether an extension can be asked for, until when, and who decides: by the table of terms where it
 * sets the clock, else by the office itself. */
@Component
class ExtensionRules {

    /** An office's own clock is moved by a year at most: further off lies a new plan. */
    private static final int LONGEST_DAYS = 366;

    private final ExtensionRows rows;
    private final Approvers approvers;
    private final CasePages pages;
    private final Deadlines deadlines;
    private final Directory directory;
    private final Clock clock;

    ExtensionRules(
            ExtensionRows rows,
            Approvers approvers,
            CasePages pages,
            Deadlines deadlines,
            Directory directory,
            Clock clock) {
        this.rows = rows;
        this.approvers = approvers;
        this.pages = pages;
        this.deadlines = deadlines;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Within what an extension may be asked for.
     *
     * @param first and {@code last}: the days that can be asked for
     * @param rule that sets the limit, null where the one who decides does
     * @param approver the post that would decide
     */
    record Limits(LocalDate first, LocalDate last, @Nullable TermRule rule, Post approver) {}

    /** @throws Refused saying why none can be asked for */
    Limits of(Seen seen) {
        WorkItem item = seen.item();
        Instant due = item.due();
        if (!seen.workable() || seen.asked()) {
            throw new Refused("extension.refused.taken");
        }
        if (due == null || item.paused() || !pages.of(item.process()).ownsCases()) {
            throw new Refused("extension.refused.noClock");
        }
        refuseAgain(item, due);
        LocalDate now = Deadlines.lastDay(due);
        LocalDate today = LocalDate.now(clock);
        TermRule rule = pages.of(item.process()).rule(item);
        LocalDate first = (now.isBefore(today) ? today : now).plusDays(1);
        LocalDate last = rule == null ? now.plusDays(LONGEST_DAYS) : latest(rule, now, first);
        boolean law = rule != null && rule.kind() == TermKind.STATUTORY;
        Post approver = approvers
                .of(item.post().unit(), item.caseId(), seen.by().id(), law)
                .orElseThrow(() -> new Refused("extension.refused.nobody"));
        return new Limits(first, last, rule, approver);
    }

    /** A clock is extended once (ADR 0013). */
    private void refuseAgain(WorkItem item, Instant due) {
        for (ExtensionRequest earlier : rows.of(item.id())) {
            if (earlier.waits()) {
                throw new Refused(
                        "extension.refused.waits", earlier.toDay().toString(), directory.title(earlier.approver()));
            }
            if (earlier.state().equals("approved")) {
                throw new Refused("extension.refused.once", earlier.toDay().toString());
            }
        }
        if (rows.grantedBefore(item, due)) {
            throw new Refused("extension.refused.once", Deadlines.lastDay(due).toString());
        }
    }

    /** Last day the rule of the clock allows, which is that of the table of terms; what the law says is the ceiling of it. */
    private LocalDate latest(TermRule rule, LocalDate due, LocalDate first) {
        boolean law = rule.kind() == TermKind.STATUTORY;
        if (rule.longestExtension() == 0) {
            throw new Refused(law ? "extension.refused.law" : "extension.refused.none", article(rule));
        }
        LocalDate last = PetitionTerms.law(rule.code())
                .map(standard -> deadlines.latest(standard, due))
                .filter(most -> most.isBefore(deadlines.latest(rule, due)))
                .orElseGet(() -> deadlines.latest(rule, due));
        if (law && first.minusDays(1).isAfter(due) || first.isAfter(last)) {
            throw new Refused(law ? "extension.refused.late" : "extension.refused.gone", article(rule));
        }
        return last;
    }

    /** @throws Refused if the day lies outside the limits */
    static void check(LocalDate until, Limits limits) {
        if (until.isBefore(limits.first())) {
            throw new Refused("extension.refused.notLater", limits.first().toString());
        }
        if (until.isAfter(limits.last())) {
            TermRule rule = limits.rule();
            throw rule == null
                    ? new Refused("extension.refused.tooFar", limits.last().toString())
                    : new Refused(
                            rule.kind() == TermKind.STATUTORY ? "extension.refused.beyond" : "extension.refused.most",
                            article(rule),
                            limits.last().toString());
        }
    }

    /** Printed in the reader's language by whoever prints the reason. */
    private static DefaultMessageSourceResolvable article(TermRule rule) {
        return new DefaultMessageSourceResolvable(rule.article());
    }
}
