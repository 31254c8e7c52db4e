package org.qipan.form;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.util.MultiValueMap;

/** What a person typed and has not submitted: kept unvalidated, per person and subject, until submitted or discarded. */
public interface Drafts {

    /**
     * @param subject what it is a draft of, for example {@code task:123} or {@code work-record}
     * @param url page to continue on, a path of this application
     * @param json an object of at most 1 MB; the browser sends input name → list of values
     * @throws IllegalArgumentException if it is too large, not an object, or leads elsewhere
     */
    void save(UUID staff, String subject, String title, String url, String json);

    Optional<Draft> find(UUID staff, String subject);

    /** Newest first. */
    List<Draft> of(UUID staff);

    void discard(UUID staff, String subject);

    /** The inputs the browser saved, ready for {@link Forms#read}. */
    MultiValueMap<String, String> parameters(Draft draft);

    /** A draft. */
    record Draft(String subject, String title, String url, String json, Instant saved) {}
}
