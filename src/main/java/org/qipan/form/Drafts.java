package org.qipan.form;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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
    record Draft(String subject, String title, String url, String json, Instant saved) {

        /** What {@code form/_draft-offer :: offer} prints: the address adds {@code draft=restore}, the time is that of the office. */
        public Offer offer() {
            String restore = url + (url.contains("?") ? "&" : "?") + "draft=restore";
            String time =
                    DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(saved.atZone(ZoneId.of("Asia/Shanghai")));
            return new Offer(subject, title, restore, time);
        }
    }

    /** A draft as a line on a page. @param url continues with what was typed */
    record Offer(String subject, String title, String url, String saved) {}
}
