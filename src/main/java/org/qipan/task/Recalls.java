package org.qipan.task;

import java.util.Map;
import java.util.Optional;
import org.qipan.worklist.CasePages;
import org.qipan.worklist.ItemWords;
import org.qipan.worklist.Refused;
import org.qipan.worklist.WorkActs;
import org.qipan.worklist.WorkItem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 撤回: whoever completed a step takes it back as long as nobody went on. He still holds the post, or stands in for who does. */
@Service
class Recalls {

    private final CasePages pages;
    private final LaterItems later;
    private final WorkActs acts;
    private final ItemWords words;
    private final ActBook book;

    Recalls(CasePages pages, LaterItems later, WorkActs acts, ItemWords words, ActBook book) {
        this.pages = pages;
        this.later = later;
        this.acts = acts;
        this.words = words;
        this.book = book;
    }

    /** The item that would go; empty if this person cannot take the step back now. */
    @Transactional(readOnly = true)
    public Optional<WorkItem> waiting(Seen seen) {
        WorkItem done = seen.item();
        return completed(seen)
                ? Optional.ofNullable(pages.of(done.process()).recallable(done))
                        .flatMap(next -> later.untouched(done, next))
                : Optional.empty();
    }

    /** @throws Refused if somebody was faster, or it is not his to take back */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recall(Seen seen, String reason) {
        WorkItem done = seen.item();
        if (!completed(seen)) {
            throw new Refused("task.recall.refused.notYours");
        }
        pages.of(done.process()).recall(done);
        book.write(seen, "recalled", reason, Map.of("step", words.of(done)));
    }

    private boolean completed(Seen seen) {
        return seen.mine()
                && !seen.open()
                && acts.completed(seen.by().id(), seen.item().id());
    }
}
