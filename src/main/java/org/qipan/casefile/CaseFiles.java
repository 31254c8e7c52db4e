package org.qipan.casefile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;

/** Opens, numbers and closes cases, and writes what people did into their timelines. */
public interface CaseFiles {

    /** Opens a case at a unit; the id (UUID v7, made here) is also that of the aggregate. */
    UUID open(String kind, String title, String unit, UUID startedBy);

    /**
     * As {@link #open(String, String, String, UUID)}, with an id that tells no time.
     *
     * @param startedBy null if no member of staff did
     */
    void open(UUID id, String kind, Said title, String unit, @Nullable UUID startedBy);

    Optional<CaseFile> find(UUID id);

    CaseFile get(UUID id);

    void retitle(UUID id, Said title);

    /** Makes the case one of practice (演练): it runs like any other and counts in no figure. */
    void practise(UUID id);

    /** Gives the case the next number of its unit and year, for example 民众〔2026〕3号; gap-free. */
    String number(UUID id, String series);

    /** The next number of a paper issued by a unit this year, gap-free, for example 民众信复〔2026〕3号. @param series its word is message {@code casefile.number.<series>} */
    String paperNumber(String series, String unit);

    void close(UUID id);

    /**
     * Adds an entry to the timeline.
     *
     * @param act key of the act, shown by message {@code act.<key>}
     * @param by staff id, null for the system
     * @param post the post in which it was done: what readers see instead of a name
     * @param remark what the person wrote, null if nothing
     * @param facts short values for the text of the act (unit, stage, count …), texts or {@link Said}, never personal data
     */
    void record(
            UUID id, String act, @Nullable UUID by, @Nullable Post post, @Nullable String remark, Map<String, ?> facts);

    /** The timeline, newest first. */
    List<CaseEvent> timeline(UUID id);
}
