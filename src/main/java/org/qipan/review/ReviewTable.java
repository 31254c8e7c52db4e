package org.qipan.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseTexts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code complaint_review}, row by row. */
@Repository
class ReviewTable {

    private static final String SELECT =
            "select r.*, p.served, p.signed_by from complaint_review r left join complaint_paper p on p.id = r.paper";

    private final JdbcClient jdbc;
    private final CaseTexts texts;
    private final Clock clock;

    ReviewTable(JdbcClient jdbc, CaseTexts texts, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.texts = texts;
    }

    @Transactional
    Review get(UUID id) {
        return jdbc.sql(SELECT + " where r.id = ?")
                .param(id)
                .query(this::review)
                .single();
    }

    /** The row, locked until the transaction ends: of two who act on it one comes second. */
    @Transactional
    Review lock(UUID id) {
        return jdbc.sql(SELECT + " where r.id = ? for update of r")
                .param(id)
                .query(this::review)
                .single();
    }

    /** All of a matter, oldest first. */
    @Transactional
    List<Review> of(UUID complaint) {
        return jdbc.sql(SELECT + " where r.complaint = ? order by r.asked, r.level, r.id")
                .param(complaint)
                .query(this::review)
                .list();
    }

    void insert(UUID id, UUID complaint, Level level, String unit, Instant asked, Instant due) {
        jdbc.sql("""
                        insert into complaint_review (id, complaint, level, asked, due, unit, round)
                        select :id, :complaint, :level, :asked, :due, :unit, count(*) from complaint_review r
                        where r.complaint = :complaint and r.level = 1 and r.state = 'closed' and r.ruling in ('revoke', 'change')
                        """)
                .param("id", id)
                .param("complaint", complaint)
                .param("level", level.number())
                .param("asked", at(asked))
                .param("due", at(due))
                .param("unit", unit)
                .update();
    }

    void state(UUID id, String state) {
        jdbc.sql("update complaint_review set state = ? where id = ?")
                .params(state, id)
                .update();
    }

    /** @param facts and {@code basis}: null where the request is not accepted */
    void draft(Review review, Ruling ruling, @Nullable String facts, String opinion, @Nullable String basis, UUID by) {
        jdbc.sql("""
                        update complaint_review set ruling = :ruling, facts = :facts, opinion = :opinion, basis = :basis, writer = :by
                        where id = :id
                        """)
                .param("ruling", ruling.key())
                .param("facts", texts.keepAny(review.complaint(), facts))
                .param("opinion", texts.keep(review.complaint(), opinion))
                .param("basis", texts.keepAny(review.complaint(), basis))
                .param("by", by)
                .param("id", review.id())
                .update();
    }

    void paper(UUID id, long paper) {
        jdbc.sql("update complaint_review set paper = ? where id = ?")
                .params(paper, id)
                .update();
    }

    void hearing(UUID id, LocalDate from, LocalDate to, Instant due) {
        jdbc.sql("update complaint_review set hearing_from = :from, hearing_to = :to, due = :due where id = :id")
                .param("from", from)
                .param("to", to)
                .param("due", at(due))
                .param("id", id)
                .update();
    }

    /** @param state {@code closed} or {@code withdrawn} */
    void close(UUID id, String state) {
        jdbc.sql("update complaint_review set state = :state, closed = :now where id = :id and closed is null")
                .param("state", state)
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
    }

    private OffsetDateTime at(Instant moment) {
        return moment.atZone(clock.getZone()).toOffsetDateTime();
    }

    private Review review(ResultSet row, int n) throws SQLException {
        String ruling = row.getString("ruling");
        OffsetDateTime closed = row.getObject("closed", OffsetDateTime.class);
        UUID complaint = row.getObject("complaint", UUID.class);
        return new Review(
                row.getObject("id", UUID.class),
                complaint,
                Level.of(row.getInt("level")),
                row.getObject("asked", OffsetDateTime.class).toInstant(),
                row.getObject("due", OffsetDateTime.class).toInstant(),
                row.getString("unit"),
                row.getString("state"),
                ruling == null ? null : Ruling.of(ruling),
                texts.readAny(complaint, row.getString("facts")),
                texts.readAny(complaint, row.getString("opinion")),
                texts.readAny(complaint, row.getString("basis")),
                row.getObject("writer", UUID.class),
                row.getObject("signed_by", UUID.class),
                row.getObject("paper", Long.class),
                row.getObject("served", LocalDate.class),
                row.getObject("hearing_from", LocalDate.class),
                row.getObject("hearing_to", LocalDate.class),
                closed == null ? null : closed.toInstant());
    }
}
