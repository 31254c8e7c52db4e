package org.qipan.task;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseNotes;
import org.qipan.casefile.Exclusions;
import org.qipan.casefile.Said;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.file.Files;
import org.qipan.file.StoredFile;
import org.qipan.workflow.TaskGone;
import org.qipan.workflow.Workflow;
import org.qipan.worklist.Changes;
import org.qipan.worklist.ItemWords;
import org.qipan.worklist.StandIns;
import org.qipan.worklist.Urges;
import org.qipan.worklist.WorkItem;
import org.qipan.worklist.WorkItems;
import org.qipan.worklist.Worklist;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What else a person may do with an item besides completing it. Each act is in the timeline and under 已办. */
@Service
class TaskActs {

    private final Workflow workflow;
    private final WorkItems items;
    private final ActBook book;
    private final Worklist worklist;
    private final ItemWords words;
    private final Exclusions exclusions;
    private final CaseNotes notes;
    private final Files files;
    private final Directory directory;
    private final Changes changes;
    private final StandIns standIns;
    private final Urges urges;

    TaskActs(
            Workflow workflow,
            WorkItems items,
            ActBook book,
            Worklist worklist,
            ItemWords words,
            Exclusions exclusions,
            CaseNotes notes,
            Files files,
            Directory directory,
            Changes changes,
            StandIns standIns,
            Urges urges) {
        this.urges = urges;
        this.workflow = workflow;
        this.items = items;
        this.book = book;
        this.worklist = worklist;
        this.words = words;
        this.exclusions = exclusions;
        this.notes = notes;
        this.files = files;
        this.directory = directory;
        this.changes = changes;
        this.standIns = standIns;
    }

    /** 签收. The row is locked first: of two people one signs, the other is told who did. */
    @Transactional
    public void claim(Seen seen) {
        WorkItem now = locked(seen);
        if (now.assignee() != null) {
            if (now.assignee().equals(seen.by().id())) {
                return;
            }
            if (standIns.canWork(now.assignee(), now)) {
                throw new Conflict(now.id());
            }
            workflow.release(now.task());
        }
        try {
            workflow.claim(now.task(), seen.by().id());
        } catch (TaskGone e) {
            throw new Conflict(now.id());
        }
        written(seen, "claimed", null, Map.of());
    }

    @Transactional
    public void release(Seen seen) {
        WorkItem now = locked(seen);
        if (seen.asked() || !seen.by().id().equals(now.assignee())) {
            throw new Conflict(now.id());
        }
        workflow.release(now.task());
        written(seen, "released", null, Map.of());
    }

    /** 转办 to another post, with a reason; whoever had signed no longer has. */
    @Transactional
    public void reroute(Seen seen, Post to, String reason) {
        WorkItem now = locked(seen);
        if (seen.takenByOther()) {
            throw new Conflict(now.id());
        }
        if (now.assignee() != null) {
            workflow.release(now.task());
        }
        if (!items.reroute(items.lock(now.id()).orElseThrow(), to)) {
            throw new Conflict(now.id());
        }
        written(seen, "rerouted", reason, Map.of("to", Said.post(to, directory)));
        changes.touch(to.group());
        changes.touch(now.post().group());
    }

    /** 送阅 */
    @Transactional
    public void copy(Seen seen, Post to, String remark) {
        UUID caseId = seen.item().caseId();
        boolean silent = remark.isBlank();
        // Lists are not sealed: there a secret case is named by the words of the product alone.
        Said subject = silent || exclusions.sealed(caseId) ? words.of(seen.item()) : Said.typed(remark);
        worklist.copy(caseId, subject, to.group(), seen.by().id());
        written(seen, "copied", silent ? null : remark, Map.of("to", Said.post(to, directory)));
    }

    /** 批注 */
    @Transactional
    public void note(Seen seen, String text) {
        notes.add(seen.item().caseId(), text, seen.by().id(), post(seen));
    }

    /** 附件 */
    @Transactional
    public void attach(Seen seen, StoredFile file) {
        files.attach(List.of(file.id()), seen.item().caseId(), seen.by().id());
        // Its name is what somebody typed: a remark is sealed with the case, a fact is not.
        written(seen, "attached", file.name(), Map.of());
    }

    /** 催办 by someone who looks on from above: once per item and day. */
    @Transactional
    public boolean urge(Seen seen) {
        return worklist.urge(List.of(seen.item().ref()), seen.by().id(), post(seen)) > 0;
    }

    /** Takes it back; false once somebody was told. */
    @Transactional
    public boolean undoUrge(Seen seen) {
        return urges.undo(seen.item().ref(), seen.by().id());
    }

    /** The post a person acts in: the item's own if he holds it, else the first of his. */
    static Post post(Seen seen) {
        return seen.mine() ? seen.item().post() : seen.by().posts().get(0);
    }

    private WorkItem locked(Seen seen) {
        return items.lock(seen.item().id())
                .orElseThrow(() -> new Conflict(seen.item().id()));
    }

    private void written(Seen seen, String act, @Nullable String remark, Map<String, ?> facts) {
        book.write(seen, post(seen), act, remark, facts);
    }
}
