package org.qipan.worklist;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How things stand when somebody was faster, and what the person had typed.
 *
 * @param key message that says what happened, with {@code post} and {@code at} as its arguments
 */
record ConflictPage(WorkItem item, String key, String post, String at, Map<String, String> typed) {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneId.of("Asia/Shanghai"));

    static ConflictPage of(Seen now, Map<String, Object> typed) {
        return new ConflictPage(
                now.item(),
                key(now),
                now.closedPost() == null ? "" : now.closedPost(),
                date(now.closed()),
                typed.entrySet().stream()
                        .filter(entry -> entry.getValue() != null
                                && !String.valueOf(entry.getValue()).isBlank())
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> String.valueOf(entry.getValue()),
                                (a, b) -> a,
                                java.util.LinkedHashMap::new)));
    }

    private static String key(Seen now) {
        if (!now.open()) {
            return now.closedPost() == null ? "worklist.conflict.gone" : "worklist.conflict.done";
        }
        return now.takenByOther() ? "worklist.conflict.claimed" : "worklist.conflict.stale";
    }

    private static String date(@Nullable Instant moment) {
        return moment == null ? "" : DATE.format(moment);
    }
}
