package org.qipan.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.audit.Audit;
import org.qipan.directory.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything said about Qipan. */
@Service
public class Feedbacks {

    private static final String COLUMNS = "id, staff, page, text, at, answer, answered_at, answered_by, seen";

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Feedbacks(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** How many answers wait to be seen by the person who asked. */
    public int unseen(UUID staff) {
        return jdbc.sql("select count(*) from feedback where staff = :staff and answer is not null and not seen")
                .param("staff", staff)
                .query(Integer.class)
                .single();
    }

    /**
     * Keeps what somebody wrote.
     *
     * @param key of the form: a second arrival of the same form changes nothing
     * @return its number
     */
    long send(UUID key, Staff by, String page, String text) {
        return jdbc.sql("""
                        insert into feedback (key, staff, page, text, at) values (:key, :staff, :page, :text, :at)
                        on conflict (key) do nothing returning id
                        """)
                .param("key", key)
                .param("staff", by.id())
                .param("page", page)
                .param("text", text)
                .param("at", OffsetDateTime.now(clock))
                .query(Long.class)
                .optional()
                .or(() -> jdbc.sql("select id from feedback where key = :key and staff = :staff and text = :text")
                        .param("key", key)
                        .param("staff", by.id())
                        .param("text", text)
                        .query(Long.class)
                        .optional())
                .orElseThrow(() -> new FeedbackRefused("feedback.refused.key"));
    }

    /** The newest of a person, older than {@code before} if that is given. */
    List<FeedbackEntry> own(UUID staff, @Nullable Long before, int limit) {
        return page("staff = :staff", staff, before, limit);
    }

    List<FeedbackEntry> all(FeedbackState state, @Nullable Long before, int limit) {
        return page(state.condition(), null, before, limit);
    }

    Optional<FeedbackEntry> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from feedback where id = :id")
                .param("id", id)
                .query(Feedbacks::entry)
                .optional();
    }

    /** The writer has these before his eyes. */
    void see(List<FeedbackEntry> shown) {
        List<Long> fresh = shown.stream()
                .filter(FeedbackEntry::fresh)
                .map(FeedbackEntry::id)
                .toList();
        if (!fresh.isEmpty()) {
            jdbc.sql("update feedback set seen = true where id in (:ids)")
                    .param("ids", fresh)
                    .update();
        }
    }

    /**
     * Answers, once; the very same answer again changes nothing.
     *
     * @throws FeedbackRefused if there is another answer already
     */
    @Transactional
    public void answer(long id, String text, Staff by) {
        int answered = jdbc.sql("""
                        update feedback set answer = :text, answered_at = :at, answered_by = :by
                        where id = :id and answer is null
                        """)
                .param("text", text)
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.id())
                .param("id", id)
                .update();
        if (answered == 1) {
            audit.record(by.actor(), "feedback.audit.answered", "feedback", String.valueOf(id), Map.of());
        } else if (find(id).filter(entry -> text.equals(entry.answer())).isEmpty()) {
            throw new FeedbackRefused("feedback.refused.answered");
        }
    }

    private List<FeedbackEntry> page(String condition, @Nullable UUID staff, @Nullable Long before, int limit) {
        return jdbc.sql("select " + COLUMNS + " from feedback where " + condition + """
                         and id < coalesce(:before, 9223372036854775807)
                        order by id desc limit :limit
                        """)
                .param("staff", staff, Types.OTHER)
                .param("before", before, Types.BIGINT)
                .param("limit", limit)
                .query(Feedbacks::entry)
                .list();
    }

    private static FeedbackEntry entry(ResultSet row, int number) throws SQLException {
        return new FeedbackEntry(
                row.getLong("id"),
                row.getObject("staff", UUID.class),
                row.getString("page"),
                row.getString("text"),
                moment(row, "at").orElseThrow(),
                row.getString("answer"),
                moment(row, "answered_at").orElse(null),
                row.getObject("answered_by", UUID.class),
                row.getBoolean("seen"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
