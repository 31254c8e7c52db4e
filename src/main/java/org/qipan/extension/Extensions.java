package org.qipan.extension;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseEnded;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Said;
import org.qipan.casefile.TimeOrderedId;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.task.ActBook;
import org.qipan.task.Seen;
import org.qipan.workflow.Workflow;
import org.qipan.worklist.Refused;
import org.qipan.worklist.WorkItem;
import org.qipan.worklist.WorkItems;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks for extensions and takes requests back. */
@Service
class Extensions {

    static final String PROCESS = "extension";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final ExtensionRows rows;
    private final ExtensionRules rules;
    private final WorkItems items;
    private final Workflow workflow;
    private final ActBook book;
    private final CaseFiles cases;
    private final Directory directory;
    private final Clock clock;

    Extensions(
            ExtensionRows rows,
            ExtensionRules rules,
            WorkItems items,
            Workflow workflow,
            ActBook book,
            CaseFiles cases,
            Directory directory,
            Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.items = items;
        this.workflow = workflow;
        this.book = book;
        this.cases = cases;
        this.directory = directory;
        this.clock = clock;
    }

    /** @throws Refused if it cannot be asked for, or not until that day */
    @Transactional
    public void ask(Seen seen, LocalDate until, String reason) {
        WorkItem now = items.lock(seen.item().id()).orElseThrow(Extensions::over);
        ExtensionRules.Limits limits = rules.of(seen);
        if (now.version() != seen.item().version()) {
            throw over();
        }
        ExtensionRules.check(until, limits);
        Post approver = limits.approver();
        UUID id = TimeOrderedId.next(clock);
        rows.insert(new ExtensionRequest(
                id,
                now.id(),
                now.caseId(),
                seen.by().id(),
                now.post(),
                reason,
                Objects.requireNonNull(now.due()),
                until.plusDays(1).atStartOfDay(ZONE).toInstant(),
                clock.instant(),
                approver,
                "asked",
                null));
        workflow.start(PROCESS, id.toString(), Map.of("role", approver.role(), "unit", approver.unit()));
        Map<String, ?> facts = Map.of("until", until.toString(), "to", Said.post(approver, directory));
        book.write(seen, "extension-asked", reason, facts);
    }

    /** 撤回: as long as nobody has decided. */
    @Transactional
    public void withdraw(Seen seen) {
        if (!seen.mine() || seen.asked()) {
            throw over();
        }
        ExtensionRequest request = waiting(seen.item().id()).orElseThrow(Extensions::over);
        end(request, seen.by().id());
        book.write(seen, "extension-withdrawn", null, Map.of());
    }

    /** What is over needs no more time. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseEnded ended) {
        rows.waiting(ended.caseId()).forEach(request -> {
            end(request, null);
            cases.record(ended.caseId(), "extension-withdrawn", null, null, null, Map.of("why", ended.why()));
        });
    }

    /** The request that waits, empty if none does. */
    Optional<ExtensionRequest> waiting(long item) {
        return rows.of(item).stream().filter(ExtensionRequest::waits).findFirst();
    }

    /** Takes a request back that has become idle. */
    void end(ExtensionRequest request, @Nullable UUID by) {
        if (!rows.end(request, "withdrawn", by, null)) {
            throw over();
        }
        workflow.cancel(PROCESS, request.id().toString(), "withdrawn");
    }

    static Refused over() {
        return new Refused("extension.refused.over");
    }
}
