package org.qipan.worklist;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Exclusions;
import org.qipan.casefile.Exclusions.Reader;
import org.qipan.casefile.Said;
import org.qipan.casefile.Sayings;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was sent to posts for reading: the table {@code work_copy}, which 待阅 is read from. */
@Component
public class Copies {

    private final JdbcClient jdbc;
    private final Exclusions exclusions;
    private final Changes changes;
    private final ApplicationEventPublisher events;
    private final Sayings sayings;
    private final ItemWords words;
    private final Clock clock;

    Copies(
            JdbcClient jdbc,
            Exclusions exclusions,
            Changes changes,
            ApplicationEventPublisher events,
            Sayings sayings,
            ItemWords words,
            Clock clock) {
        this.jdbc = jdbc;
        this.exclusions = exclusions;
        this.changes = changes;
        this.events = events;
        this.sayings = sayings;
        this.words = words;
        this.clock = clock;
    }

    /**
     * Puts an entry into 待阅 of a post.
     *
     * @param group {@code role@unit}
     * @param page address of what is to be read, null if it is the case itself; the entry leads there, and {@link #read(String,
     *     Collection, UUID)} finds it by it
     */
    @Transactional
    public void send(UUID caseId, String subject, @Nullable String page, String group, UUID by) {
        send(caseId, Said.typed(subject), page, group, by);
    }

    /** As {@link #send(UUID, String, String, String, UUID)}, in words of the product. */
    @Transactional
    public void send(UUID caseId, Said subject, @Nullable String page, String group, UUID by) {
        insert(new Sent(caseId, null, subject, page, null, by, page != null), Post.of(group));
    }

    /** As {@link #send}, by the system; opens the case even where it is sealed. @param reason last part of {@code desk.copy.*} */
    @Transactional
    public void tell(UUID caseId, Said subject, String reason, Post to) {
        insert(new Sent(caseId, null, subject, null, reason, null, true), to);
    }

    /** As {@link #tell(UUID, Said, String, Post)}; the entry leads to a page of the case, and not to the case itself. */
    @Transactional
    public void tell(UUID caseId, Said subject, String page, String reason, Post to) {
        insert(new Sent(caseId, null, subject, page, reason, null, true), to);
    }

    /** As {@link #tell(UUID, Said, String, Post)}, with a page of its own; of a sealed case it opens nothing but that page. */
    @Transactional
    public void ask(UUID caseId, Said subject, String page, String reason, Post to) {
        insert(new Sent(caseId, null, subject, page, reason, null, false), to);
    }

    /** As {@link #send}, by the system: says what happened to an item and names nobody. @param reason last part of {@code desk.copy.*} */
    @Transactional
    public void tell(WorkItem about, String reason, Post to) {
        insert(new Sent(about.caseId(), about.id(), words.of(about), null, reason, null, false), to);
    }

    /** @param by null if the system sends it @param opens the case to its reader where it is sealed */
    private record Sent(
            UUID caseId,
            @Nullable Long item,
            Said subject,
            @Nullable String page,
            @Nullable String reason,
            @Nullable UUID by,
            boolean opens) {}

    private void insert(Sent sent, Post to) {
        jdbc.sql("""
                        insert into work_copy (case_id, item, subject, said, page, reason, role, unit, by, opens, at)
                        values (:case, :item, :subject, :said, :page, :reason, :role, :unit, :by, :opens, :at)
                        """)
                .param("case", sent.caseId())
                .param("item", sent.item())
                .param("subject", sayings.office(sent.subject()))
                .param("said", sayings.kept(sent.subject()))
                .param("page", sent.page())
                .param("reason", sent.reason())
                .param("role", to.role())
                .param("unit", to.unit())
                .param("by", sent.by())
                .param("opens", sent.opens())
                .param("at", OffsetDateTime.now(clock))
                .update();
        changes.touch(to.group());
    }

    /** Marks a copy as read by whoever of the post reads it first, and tells of it; false if it is not there for this person. */
    @Transactional
    public boolean read(long copy, Staff by) {
        Reader reader = exclusions.reader(by);
        List<Entry> read = jdbc.sql("""
                        update work_copy w set read_at = coalesce(read_at, :now), read_by = coalesce(read_by, :staff)
                        where id = :copy and role || '@' || unit = any (:groups)
                            and not case_excluded(w.case_id, :staff, cast(:units as text[]), cast(:areas as bigint[]))
                        returning role, unit, page
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("staff", reader.staff())
                .param("copy", copy)
                .param("groups", by.posts().stream().map(Post::group).toArray(String[]::new))
                .param("units", reader.units())
                .param("areas", reader.areas())
                .query(Entry.class)
                .list();
        for (Entry entry : read) {
            changes.touch(new Post(entry.role(), entry.unit()).group());
            String page = entry.page();
            if (page != null) {
                events.publishEvent(new CopyRead(page, entry.unit(), by.id()));
            }
        }
        return !read.isEmpty();
    }

    private record Entry(String role, String unit, @Nullable String page) {}

    /** Marks what was sent to units as read, whichever of their posts has it: the unit has read it. */
    @Transactional
    public void read(String page, Collection<String> units, UUID by) {
        jdbc.sql("""
                        update work_copy set read_at = :now, read_by = :by where page = :page and unit = any (:units) and read_at is null
                        returning role || '@' || unit
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("by", by)
                .param("page", page)
                .param("units", units.toArray(String[]::new))
                .query(String.class)
                .list()
                .forEach(changes::touch);
    }
}
