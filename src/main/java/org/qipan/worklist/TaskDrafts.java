package org.qipan.worklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Objects;
import org.qipan.form.Drafts;
import org.springframework.stereotype.Component;

/** Keeps what was typed into a task when it could not be taken: nothing typed is ever lost. */
@Component
class TaskDrafts {

    private final Drafts drafts;
    private final ObjectMapper json;

    TaskDrafts(Drafts drafts, ObjectMapper json) {
        this.drafts = drafts;
        this.json = json;
    }

    static String subject(WorkItem item) {
        return "task:" + item.id();
    }

    void keep(Seen seen, Map<String, Object> typed) {
        WorkItem item = seen.item();
        if (typed.isEmpty()) {
            return;
        }
        try {
            drafts.save(
                    seen.by().id(),
                    subject(item),
                    Objects.requireNonNullElse(item.subject(), item.title()),
                    "/tasks/" + item.id(),
                    json.writeValueAsString(typed));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("typed values", e);
        }
    }

    Map<String, Object> values(Seen seen) {
        return drafts.find(seen.by().id(), subject(seen.item()))
                .map(draft -> read(draft.json()))
                .orElse(Map.of());
    }

    void discard(Seen seen) {
        drafts.discard(seen.by().id(), subject(seen.item()));
    }

    private Map<String, Object> read(String text) {
        try {
            return json.readValue(text, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException e) {
            // A draft is never validated; one that cannot be read is as good as none.
            return Map.of();
        }
    }
}
