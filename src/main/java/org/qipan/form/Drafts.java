package org.qipan.form;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a person typed and has not submitted: kept unvalidated, per person and subject, until submitted or discarded. */
public interface Drafts {

    /** @param subject what it is a draft of, for example {@code task:123} or {@code work-record} */
    void save(UUID staff, String subject, String title, String url, String json);

    Optional<Draft> find(UUID staff, String subject);

    List<Draft> of(UUID staff);

    void discard(UUID staff, String subject);

    /** A draft. */
    record Draft(String subject, String title, String url, String json, Instant saved) {}
}
