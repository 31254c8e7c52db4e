package org.qipan.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.qipan.form.Drafts;
import org.qipan.worklist.WorkItem;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Keeps what was typed into a task when it could not be taken: nothing typed is ever lost. */
@Component
class TaskDrafts {

    /** Fields of the page itself: never part of a draft. */
    static final Set<String> OF_THE_PAGE = Set.of("idempotencyKey", "version", "next", "_csrf");

    private final Drafts drafts;
    private final ObjectMapper json;

    TaskDrafts(Drafts drafts, ObjectMapper json) {
        this.drafts = drafts;
        this.json = json;
    }

    static String subject(WorkItem item) {
        return "task:" + item.id();
    }

    void keep(Seen seen, MultiValueMap<String, String> typed) {
        WorkItem item = seen.item();
        Map<String, List<String>> values = new LinkedHashMap<>(typed);
        values.keySet().removeAll(OF_THE_PAGE);
        if (values.isEmpty()) {
            return;
        }
        try {
            drafts.save(
                    seen.by().id(),
                    subject(item),
                    Objects.requireNonNullElse(item.subject(), item.title()),
                    "/tasks/" + item.id(),
                    json.writeValueAsString(values));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("typed values", e);
        }
    }

    Optional<Drafts.Draft> find(Seen seen) {
        return drafts.find(seen.by().id(), subject(seen.item()));
    }

    /** What was typed, as the browser would send it. */
    MultiValueMap<String, String> parameters(Seen seen) {
        return find(seen).map(drafts::parameters).orElseGet(LinkedMultiValueMap::new);
    }

    void discard(Seen seen) {
        drafts.discard(seen.by().id(), subject(seen.item()));
    }
}
