package org.qipan.followup;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.qipan.casefile.CaseEnded;
import org.qipan.casefile.CaseFiles;
import org.qipan.cluster.Locks;
import org.qipan.complaint.MatterRated;
import org.qipan.complaint.MatterReopened;
import org.qipan.deadline.ComplaintTerms;
import org.qipan.deadline.Deadlines;
import org.qipan.remit.ReceivingDesk;
import org.qipan.term.TermVersion;
import org.qipan.term.Terms;
import org.qipan.vault.Safe;
import org.qipan.workflow.Workflow;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Lays follow-ups on the desks each morning, and takes back those that nobody needs any more because the petitioner rated by himself. */
@Service
class FollowUps {

    static final String PROCESS = "follow-up";

    private final JdbcClient jdbc;
    private final FollowUpTable table;
    private final Workflow workflow;
    private final ReceivingDesk desk;
    private final Terms terms;
    private final Deadlines deadlines;
    private final Safe safe;
    private final CaseFiles cases;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FollowUps(
            JdbcClient jdbc,
            FollowUpTable table,
            Workflow workflow,
            ReceivingDesk desk,
            Terms terms,
            Deadlines deadlines,
            Safe safe,
            CaseFiles cases,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.workflow = workflow;
        this.desk = desk;
        this.terms = terms;
        this.deadlines = deadlines;
        this.safe = safe;
        this.cases = cases;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(cron = "0 20 8 * * *", zone = "Asia/Shanghai")
    void inTheMorning() {
        sweep();
    }

    /** One node at a time does it. */
    void sweep() {
        transaction.executeWithoutResult(status -> {
            if (Locks.take(jdbc, "followup.sweep")) {
                table.rated().forEach(this::rated);
                table.wanted().forEach(this::begin);
            }
        });
    }

    /** What is answered anew is asked about when that is closed. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(MatterReopened matter) {
        over(matter.complaint());
    }

    /** At once: before the next morning somebody might call him for nothing. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(MatterRated matter) {
        table.open(matter.complaint()).ifPresent(this::rated);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseEnded matter) {
        over(matter.caseId());
    }

    private void over(UUID complaint) {
        table.open(complaint).ifPresent(one -> {
            table.end(one.id(), "over", null);
            workflow.cancel(PROCESS, one.id().toString(), "over");
            cases.record(complaint, "followup.over", null, null, null, Map.of());
        });
    }

    private void rated(FollowUp one) {
        table.end(one.id(), "rated", null);
        workflow.cancel(PROCESS, one.id().toString(), "rated");
    }

    /** Only where he said when and how it is safe to reach him: a call at the wrong moment can harm. */
    private void begin(FollowUpTable.Wanted wanted) {
        if (safe.open(wanted.complaint(), "safely").isEmpty() || !desk.officers(wanted.desk(), wanted.complaint())) {
            return;
        }
        Instant now = clock.instant();
        TermVersion term = terms.of(ComplaintTerms.FOLLOW_UP, wanted.desk(), wanted.channel());
        Instant due = deadlines.term(term.rule(), now).due();
        UUID id = UUID.randomUUID();
        table.insert(new FollowUp(id, wanted.complaint(), wanted.desk(), term.id(), now, due, 0, "open"));
        workflow.start(PROCESS, id.toString(), Map.of("desk", wanted.desk()));
    }
}
