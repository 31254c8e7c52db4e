package org.qipan.worklist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;

/**
 * An open task as the worklist shows it.
 *
 * @param id address: {@code /tasks/{id}}
 * @param task id of the engine's task
 * @param key id of the task in its model, for example {@code Task_WorkChecklist}
 * @param process id of the model
 * @param ref business key of the instance
 * @param kind kind of the case
 * @param post who is to do it
 * @param version grows with every change: a stale page is recognised by it
 */
public record WorkItem(
        long id,
        String task,
        String key,
        String process,
        String ref,
        UUID caseId,
        String kind,
        @Nullable String number,
        String title,
        @Nullable String subject,
        @Nullable Long stage,
        Post post,
        @Nullable UUID assignee,
        Instant created,
        @Nullable Instant due,
        @Nullable Instant started,
        boolean paused,
        boolean blocked,
        boolean claim,
        int version) {

    /** The same item in other words. */
    WorkItem worded(String otherTitle, @Nullable String otherSubject) {
        return new WorkItem(
                id,
                task,
                key,
                process,
                ref,
                caseId,
                kind,
                number,
                otherTitle,
                otherSubject,
                stage,
                post,
                assignee,
                created,
                due,
                started,
                paused,
                blocked,
                claim,
                version);
    }

    /** The same item as if nobody had signed for it. */
    public WorkItem unsigned() {
        return new WorkItem(
                id, task, key, process, ref, caseId, kind, number, title, subject, stage, post, null, created, due,
                started, paused, blocked, claim, version);
    }
}
