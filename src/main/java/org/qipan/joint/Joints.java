package org.qipan.joint;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseEnded;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Exclusions;
import org.qipan.casefile.Said;
import org.qipan.casefile.TimeOrderedId;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.Post;
import org.qipan.directory.Unit;
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

/** Asks other units, and stops waiting for them. */
@Service
class Joints {

    static final String PROCESS = "joint";

    private static final int LONGEST_DAYS = 92;
    /** Open questions about one item. */
    private static final int MOST = 10;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JointRows rows;
    private final WorkItems items;
    private final Workflow workflow;
    private final ActBook book;
    private final CaseFiles cases;
    private final Exclusions exclusions;
    private final Directory directory;
    private final Clock clock;

    Joints(
            JointRows rows,
            WorkItems items,
            Workflow workflow,
            ActBook book,
            CaseFiles cases,
            Exclusions exclusions,
            Directory directory,
            Clock clock) {
        this.rows = rows;
        this.items = items;
        this.workflow = workflow;
        this.book = book;
        this.cases = cases;
        this.exclusions = exclusions;
        this.directory = directory;
        this.clock = clock;
    }

    /** What is asked. @param until last day to answer @param files of the case, to be shown with the question */
    record Question(Unit unit, String text, LocalDate until, Collection<UUID> files) {}

    boolean mayAsk(Seen seen) {
        return seen.workable() && !seen.asked();
    }

    /** @throws Refused if the unit cannot be asked, or not so */
    @Transactional
    public void ask(Seen seen, Question question) {
        WorkItem now = items.lock(seen.item().id()).orElseThrow(Joints::over);
        if (!mayAsk(seen)) {
            throw new Refused("joint.refused.taken");
        }
        check(question, now);
        Post to = answering(question.unit(), now.caseId());
        Joint joint = new Joint(
                TimeOrderedId.next(clock),
                now.id(),
                now.caseId(),
                seen.by().id(),
                now.post(),
                question.text(),
                question.until().plusDays(1).atStartOfDay(ZONE).toInstant(),
                clock.instant(),
                to,
                "asked",
                null,
                null);
        rows.insert(joint);
        rows.add(joint.id(), question.files(), false);
        workflow.start(PROCESS, joint.id().toString(), Map.of("role", to.role(), "unit", to.unit()));
        book.write(
                seen,
                "joint-asked",
                question.text(),
                Map.of("to", question.unit().name()));
    }

    private void check(Question question, WorkItem now) {
        LocalDate today = LocalDate.now(clock);
        if (question.until().isBefore(today) || question.until().isAfter(today.plusDays(LONGEST_DAYS))) {
            throw new Refused("joint.refused.until", LONGEST_DAYS);
        }
        Unit unit = question.unit();
        if (unit.code().equals(now.post().unit())) {
            throw new Refused("joint.refused.self");
        }
        List<Joint> open = rows.of(now.id()).stream().filter(Joint::waits).toList();
        if (open.stream().anyMatch(one -> one.to().unit().equals(unit.code()))) {
            throw new Refused("joint.refused.again", unit.name());
        }
        if (open.size() >= MOST) {
            throw new Refused("joint.refused.many", MOST);
        }
    }

    private Post answering(Unit unit, UUID caseId) {
        return directory
                .roleOrWorker(unit.kind(), Duty.WORKER)
                .map(role -> new Post(role, unit.code()))
                .filter(post -> held(post, caseId))
                .orElseThrow(() -> new Refused("joint.refused.nobody", unit.name()));
    }

    /** 撤回, as long as nobody has opened it. */
    @Transactional
    public void withdraw(Seen seen, UUID id) {
        Joint joint = own(seen, id);
        if (rows.opened(id)) {
            throw new Refused("joint.refused.opened", directory.name(joint.to().unit()));
        }
        end(seen, joint, "withdrawn", null);
    }

    /** 不再等: with the reason, which the unit that was asked can read in the course. */
    @Transactional
    public void close(Seen seen, UUID id, String reason) {
        end(seen, own(seen, id), "closed", reason);
    }

    /** Nobody waits for answers about a case that is over. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseEnded ended) {
        rows.waiting(ended.caseId()).forEach(joint -> {
            rows.end(joint, "closed", null, ended.why());
            workflow.cancel(PROCESS, joint.id().toString(), "closed");
            String to = directory.name(joint.to().unit());
            cases.record(ended.caseId(), "joint-closed", null, null, null, Map.of("to", to, "why", ended.why()));
        });
    }

    private Joint own(Seen seen, UUID id) {
        if (!seen.mine() || seen.asked()) {
            throw over();
        }
        return rows.find(id)
                .filter(joint -> joint.item() == seen.item().id() && joint.waits())
                .orElseThrow(Joints::over);
    }

    private void end(Seen seen, Joint joint, String state, @Nullable String reason) {
        if (!rows.end(joint, state, seen.by().id(), reason == null ? null : Said.typed(reason))) {
            throw over();
        }
        workflow.cancel(PROCESS, joint.id().toString(), state);
        book.write(
                seen,
                "joint-" + state,
                reason,
                Map.of("to", directory.name(joint.to().unit())));
    }

    /** Whether anybody at a post may know of the case: nothing is sent where nobody sits. */
    private boolean held(Post post, UUID caseId) {
        return directory.holders(post).stream().anyMatch(holder -> !exclusions.excludes(caseId, holder));
    }

    static Refused over() {
        return new Refused("joint.refused.over");
    }
}
