package org.qipan.pause;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.qipan.casefile.CaseEnded;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Said;
import org.qipan.casefile.TimeOrderedId;
import org.qipan.casefile.Vocabulary;
import org.qipan.complaint.Standstill;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.remit.ReceivingDesk;
import org.qipan.task.ActBook;
import org.qipan.task.Seen;
import org.qipan.vault.Safe;
import org.qipan.workflow.Workflow;
import org.qipan.worklist.Refused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 中止 and 恢复. 信访工作条例 knows neither: the rule is Qipan's own and says so. The head of the unit approves it, as he approves an extension
 * (art. 34), and the petitioner reads from when to when, and why.
 */
@Service
@Transactional
class Suspensions {

    static final String PROCESS = "suspension";
    static final Set<String> GROUNDS = Set.of("court", "expert", "authority", "petitioner", "force");
    static final int REASON = 500;

    private final SuspensionTable table;
    private final Standstill standstill;
    private final ReceivingDesk desk;
    private final Workflow workflow;
    private final ActBook book;
    private final Directory directory;
    private final Vocabulary vocabulary;
    private final Safe safe;
    private final CaseFiles cases;
    private final Clock clock;

    Suspensions(
            SuspensionTable table,
            Standstill standstill,
            ReceivingDesk desk,
            Workflow workflow,
            ActBook book,
            Directory directory,
            Vocabulary vocabulary,
            Safe safe,
            CaseFiles cases,
            Clock clock) {
        this.table = table;
        this.standstill = standstill;
        this.desk = desk;
        this.workflow = workflow;
        this.book = book;
        this.directory = directory;
        this.vocabulary = vocabulary;
        this.safe = safe;
        this.cases = cases;
        this.clock = clock;
    }

    /** Whether he who sees the task may ask for it. */
    static boolean mayAsk(Seen seen) {
        return seen.workable() && !seen.asked() && Standstill.handles(seen.item());
    }

    /** @throws Refused if it cannot be asked for now, or nobody can decide */
    public void ask(Seen seen, String ground, String reason) {
        Standstill.Matter matter = standstill.lock(seen.item().caseId());
        if (!mayAsk(seen) || !matter.handling() || matter.standing() || open(matter.id())) {
            throw new Refused("pause.refused.now");
        }
        check(ground, reason);
        Post to = desk.head(seen.item().post().unit(), matter.id())
                .orElseThrow(() -> new Refused("pause.refused.nobody"));
        var one = new Suspension(
                TimeOrderedId.next(clock),
                matter.id(),
                seen.item().id(),
                seen.by().id(),
                seen.item().post(),
                ground,
                clock.instant(),
                to,
                "asked",
                null,
                null);
        table.insert(one);
        safe.put(matter.id(), one.reason(), reason);
        workflow.start(PROCESS, one.id().toString(), Map.of("role", to.role(), "unit", to.unit()));
        book.write(seen, "pause-asked", null, Map.of("to", Said.post(to, directory)));
    }

    private boolean open(UUID complaint) {
        return table.of(complaint).stream().anyMatch(one -> one.waits() || one.running());
    }

    private void check(String ground, String reason) {
        if (!GROUNDS.contains(ground)) {
            throw Refused.at("ground", "pause.refused.ground");
        }
        if (reason.isEmpty() || reason.length() > REASON) {
            throw Refused.at("reason", "pause.refused.reason", REASON);
        }
        vocabulary.hint(reason).ifPresent(found -> {
            throw Refused.at("reason", "vocabulary.hint", found.word(), found.cleaned());
        });
    }

    /** 撤回申请, before it is decided. */
    public void withdraw(Seen seen) {
        Suspension one = table.of(seen.item().caseId()).stream()
                .filter(asked -> asked.waits() && asked.item() == seen.item().id())
                .findFirst()
                .orElseThrow(() -> new Refused("pause.refused.over"));
        if (!mayAsk(seen) || !table.decide(one.id(), "withdrawn", null)) {
            throw new Refused("pause.refused.over");
        }
        workflow.cancel(PROCESS, one.id().toString(), "withdrawn");
        book.write(seen, "pause-withdrawn", null, Map.of());
    }

    /** The head decided. @return false if it can no longer be: the matter went on, or somebody was faster */
    boolean decide(Suspension one, boolean approved) {
        Standstill.Matter matter = standstill.lock(one.complaint());
        if (!approved) {
            return table.decide(one.id(), "refused", null);
        }
        Instant now = clock.instant();
        return matter.handling() && table.decide(one.id(), "running", now) && standstill.stop(matter.id(), now);
    }

    /** With the matter its pauses are over, and whoever was to decide on one has nothing left to decide. */
    @EventListener
    public void on(CaseEnded ended) {
        Instant now = clock.instant();
        table.of(ended.caseId()).stream()
                .filter(one -> one.waits() || one.running())
                .forEach(one -> {
                    if (one.waits()) {
                        table.decide(one.id(), "withdrawn", null);
                        workflow.cancel(PROCESS, one.id().toString(), "withdrawn");
                    } else {
                        table.end(one.id(), now);
                        standstill.resume(one.complaint(), now);
                    }
                    cases.record(ended.caseId(), "pause-ended", null, null, null, Map.of("why", ended.why()));
                });
    }

    /** 恢复办理: whoever handles it says that it goes on; nobody has to allow that. */
    public void resume(Seen seen) {
        Standstill.Matter matter = standstill.lock(seen.item().caseId());
        Suspension one = table.of(matter.id()).stream()
                .filter(Suspension::running)
                .findFirst()
                .orElseThrow(() -> new Refused("pause.refused.over"));
        Instant now = clock.instant();
        if (!mayAsk(seen) || !table.end(one.id(), now)) {
            throw new Refused("pause.refused.over");
        }
        standstill.resume(matter.id(), now);
        book.write(seen, "pause-resumed", null, Map.of());
    }
}
