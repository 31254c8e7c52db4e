package org.qipan.assist;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Said;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.task.ActBook;
import org.qipan.task.Seen;
import org.qipan.workflow.Workflow;
import org.qipan.worklist.CasePages;
import org.qipan.worklist.Changes;
import org.qipan.worklist.Copies;
import org.qipan.worklist.Errand;
import org.qipan.worklist.ReadMarks;
import org.qipan.worklist.Refused;
import org.qipan.worklist.StandIns;
import org.qipan.worklist.WorkItem;
import org.qipan.worklist.WorkItems;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes and ends errands. What one sees and does by them is decided by the view {@code open_errand}. */
@Service
class Errands {

    private final ErrandRows rows;
    private final StandIns standIns;
    private final CasePages pages;
    private final WorkItems items;
    private final Workflow workflow;
    private final ActBook book;
    private final Copies copies;
    private final ReadMarks marks;
    private final Changes changes;
    private final Directory directory;
    private final Clock clock;

    Errands(
            ErrandRows rows,
            StandIns standIns,
            CasePages pages,
            WorkItems items,
            Workflow workflow,
            ActBook book,
            Copies copies,
            ReadMarks marks,
            Changes changes,
            Directory directory,
            Clock clock) {
        this.rows = rows;
        this.standIns = standIns;
        this.pages = pages;
        this.items = items;
        this.workflow = workflow;
        this.book = book;
        this.copies = copies;
        this.marks = marks;
        this.changes = changes;
        this.directory = directory;
        this.clock = clock;
    }

    /** Who may be asked: people of the unit the item waits at who may know of it, and of the post itself where only that one can do it. */
    List<ErrandRows.Person> candidates(Seen seen) {
        WorkItem item = seen.item();
        List<ErrandRows.Person> colleagues =
                rows.candidates(item.post().unit(), item.caseId(), seen.by().id());
        if (pages.of(item.process()).stays(item) == null) {
            return colleagues;
        }
        Set<UUID> holders =
                directory.holders(item.post()).stream().map(Staff::id).collect(Collectors.toSet());
        return colleagues.stream().filter(one -> holders.contains(one.id())).toList();
    }

    /** Only who holds the post himself may ask: who does it for somebody else has no one to ask on. */
    boolean mayAsk(Seen seen) {
        return seen.workable()
                && seen.absent() == null
                && standIns.errand(seen.item().id()).isEmpty();
    }

    /** @throws Refused if it is somebody else's by now, or nobody who may be asked */
    @Transactional
    public void ask(Seen seen, UUID doer, @Nullable String note) {
        WorkItem now = locked(seen);
        if (!mayAsk(seen)
                || now.assignee() != null && !now.assignee().equals(seen.by().id())) {
            throw new Refused("assist.refused.taken");
        }
        if (candidates(seen).stream().noneMatch(one -> one.id().equals(doer))) {
            throw Refused.at("doer", "assist.refused.person");
        }
        OffsetDateTime at = OffsetDateTime.now(clock);
        rows.end(now, null, "over", null, at);
        if (now.assignee() != null) {
            workflow.release(now.task());
        }
        workflow.claim(now.task(), doer);
        rows.insert(now, seen.by().id(), doer, note, at);
        marks.again(now.id(), doer);
        Staff asked = directory.staff(doer).orElseThrow();
        Post post = asked.posts().stream()
                .filter(one -> one.unit().equals(now.post().unit()))
                .findFirst()
                .orElse(now.post());
        book.write(seen, "errand-asked", note, Map.of("to", Said.post(post, directory)));
        touch(now, doer);
    }

    /** 交还: the doer cannot, and says why. */
    @Transactional
    public void handBack(Seen seen, String reason) {
        WorkItem now = locked(seen);
        Errand errand = open(now).filter(one -> one.of(seen.by().id())).orElseThrow(Errands::over);
        // While it still counts, so that the timeline says for whom he speaks.
        book.write(seen, "errand-back", reason, Map.of());
        end(now, errand, "back", reason, seen.by().id());
        copies.tell(now, "errand-back", now.post());
    }

    /** 收回: by the post that asked. Gives whether the doer had opened it. */
    @Transactional
    public boolean withdraw(Seen seen) {
        WorkItem now = locked(seen);
        Errand errand = open(now).filter(one -> mayWithdraw(seen, one)).orElseThrow(Errands::over);
        boolean opened = rows.opened(now.id(), errand.doer());
        end(now, errand, "withdrawn", null, seen.by().id());
        book.write(seen, "errand-withdrawn", null, Map.of());
        return opened;
    }

    /** Whoever answers for the post: the one who asked, his colleague at it, or who stands in for either. */
    static boolean mayWithdraw(Seen seen, Errand errand) {
        return seen.mine() && seen.open() && !errand.of(seen.by().id());
    }

    private void end(WorkItem now, Errand errand, String how, @Nullable String reason, UUID by) {
        rows.end(now, by, how, reason, OffsetDateTime.now(clock));
        if (errand.doer().equals(now.assignee())) {
            workflow.release(now.task());
        }
        if (now.claim()) {
            // Who had signed before he asked has signed still.
            workflow.claim(now.task(), errand.asker());
        }
        marks.again(now.id(), errand.asker());
        touch(now, errand.doer());
    }

    private Optional<Errand> open(WorkItem item) {
        return standIns.errand(item.id());
    }

    private void touch(WorkItem item, UUID doer) {
        changes.touch(item.post().group());
        directory.staff(doer).ifPresent(one -> one.posts().forEach(post -> changes.touch(post.group())));
    }

    private WorkItem locked(Seen seen) {
        return items.lock(seen.item().id()).orElseThrow(Errands::over);
    }

    private static Refused over() {
        return new Refused("assist.refused.over");
    }
}
