package org.qipan.task;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseFiles;
import org.qipan.directory.Post;
import org.qipan.worklist.WorkActs;
import org.springframework.stereotype.Component;

/** Writes an act on an item where people look for it: into the timeline of its case and among what the person has done. */
@Component
public class ActBook {

    private final CaseFiles cases;
    private final WorkActs acts;

    ActBook(CaseFiles cases, WorkActs acts) {
        this.cases = cases;
        this.acts = acts;
    }

    public void write(Seen seen, String act, @Nullable String remark, Map<String, ?> facts) {
        write(seen, seen.item().post(), act, remark, facts);
    }

    /** @param as the post he acts in, where it is not the one that holds the item */
    void write(Seen seen, Post as, String act, @Nullable String remark, Map<String, ?> facts) {
        cases.record(seen.item().caseId(), act, seen.by().id(), as, remark, facts);
        acts.add(seen.item(), seen.by().id(), as, act);
    }
}
