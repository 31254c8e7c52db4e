package org.qipan.task;

import java.util.Map;
import java.util.UUID;
import org.qipan.Installation;
import org.qipan.directory.Staff;

/** Lets whoever measures complete tasks as the task page does, without the page. */
public final class Finish {

    private final Access access;
    private final Completions completions;

    public Finish(Installation qipan) {
        access = qipan.bean(Access.class);
        completions = qipan.bean(Completions.class);
    }

    /** What stands on the page, read before its button is pressed; running it presses the button. */
    public Runnable read(long item, Staff by, Map<String, Object> values) {
        Seen seen = access.see(item, by);
        return () -> completions.complete(
                seen,
                "completed",
                values,
                new Completions.Submitted(
                        UUID.randomUUID(),
                        "POST /tasks/" + item + "/completion",
                        seen.item().version(),
                        "hash"),
                () -> "/worklist");
    }
}
