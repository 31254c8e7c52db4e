package org.qipan.task;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qipan.worklist.WorkItem;
import org.springframework.util.MultiValueMap;

/**
 * How things stand when somebody was faster, and what the person had typed.
 *
 * @param key message that says what happened, with {@code post} and {@code at} as its arguments
 */
record ConflictPage(WorkItem item, String key, String post, String at, Map<String, String> typed) {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneId.of("Asia/Shanghai"));

    static ConflictPage of(Seen now, MultiValueMap<String, String> parameters) {
        Map<String, String> typed = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            String text = String.join("，", values).strip();
            if (!TaskDrafts.OF_THE_PAGE.contains(name) && !text.isEmpty()) {
                typed.put(name, text);
            }
        });
        return new ConflictPage(
                now.item(), key(now), now.closedPost() == null ? "" : now.closedPost(), date(now.closed()), typed);
    }

    private static String key(Seen now) {
        if (!now.open()) {
            return now.closedPost() == null ? "task.conflict.gone" : "task.conflict.done";
        }
        return now.takenByOther() ? "task.conflict.claimed" : "task.conflict.stale";
    }

    private static String date(@Nullable Instant moment) {
        return moment == null ? "" : DATE.format(moment);
    }
}
