package org.qipan.enquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseTexts;
import org.qipan.casefile.Said;
import org.qipan.casefile.Sayings;
import org.qipan.directory.Post;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code enquiry}. */
@Repository
class EnquiryTable {

    private static final String SELECT = "select e.*, f.number from enquiry e join case_file f on f.id = e.id";

    private final JdbcClient jdbc;
    private final CaseTexts texts;
    private final Sayings sayings;
    private final Clock clock;

    EnquiryTable(JdbcClient jdbc, CaseTexts texts, Sayings sayings, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.sayings = sayings;
        this.clock = clock;
    }

    void insert(Enquiry enquiry) {
        jdbc.sql("""
                        insert into enquiry (id, complaint, asked_by, role, unit, to_role, to_unit, question, at, due)
                        values (:id, :complaint, :by, :role, :unit, :toRole, :toUnit, :question, :at, :due)
                        """)
                .param("id", enquiry.id())
                .param("complaint", enquiry.complaint())
                .param("by", enquiry.askedBy())
                .param("role", enquiry.from().role())
                .param("unit", enquiry.from().unit())
                .param("toRole", enquiry.to().role())
                .param("toUnit", enquiry.to().unit())
                .param("question", texts.keep(enquiry.id(), enquiry.question()))
                .param("at", moment(enquiry.at()))
                .param("due", moment(enquiry.due()))
                .update();
    }

    Enquiry get(UUID id) {
        return find(id).orElseThrow();
    }

    @Transactional
    Optional<Enquiry> find(UUID id) {
        return jdbc.sql(SELECT + " where e.id = ?")
                .param(id)
                .query(this::enquiry)
                .optional();
    }

    /** Asked for a matter, in the order they were sent. */
    @Transactional
    List<Enquiry> of(UUID complaint) {
        return jdbc.sql(SELECT + " where e.complaint = ? order by e.at, e.id")
                .param(complaint)
                .query(this::enquiry)
                .list();
    }

    /** Which of those of its matter one is, counted from one. */
    int place(Enquiry enquiry) {
        return jdbc.sql("""
                        select count(*) from enquiry e join enquiry one on one.complaint = e.complaint and (e.at, e.id) <= (one.at, one.id)
                        where one.id = ?""").param(enquiry.id()).query(Integer.class).single();
    }

    /** The head of the unit that was asked gave it more time. */
    void extended(UUID id, Instant due) {
        jdbc.sql("update enquiry set due = :due where id = :id")
                .param("due", moment(due))
                .param("id", id)
                .update();
    }

    /** False if it was taken back, or answered already. */
    boolean answer(UUID id, String answer, UUID by) {
        return jdbc.sql("""
                        update enquiry set answer = :answer, answered_by = :by, answered = :now
                        where id = :id and answer is null and withdrawn is null""")
                        .param("answer", texts.keep(id, answer))
                        .param("by", by)
                        .param("now", OffsetDateTime.now(clock))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** False if it was answered, or taken back already. */
    boolean withdraw(UUID id, Said why) {
        return jdbc.sql("""
                        update enquiry set withdrawn = :now, withdrawn_why = :why, said = :said
                        where id = :id and answer is null and withdrawn is null""")
                        .param("now", OffsetDateTime.now(clock))
                        .param("why", texts.keep(id, sayings.office(why)))
                        .param("said", sayings.kept(why))
                        .param("id", id)
                        .update()
                == 1;
    }

    private OffsetDateTime moment(Instant instant) {
        return instant.atZone(clock.getZone()).toOffsetDateTime();
    }

    private Enquiry enquiry(ResultSet row, int n) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Enquiry(
                id,
                row.getObject("complaint", UUID.class),
                row.getString("number"),
                row.getObject("asked_by", UUID.class),
                new Post(row.getString("role"), row.getString("unit")),
                new Post(row.getString("to_role"), row.getString("to_unit")),
                texts.read(id, row.getString("question")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("due", OffsetDateTime.class).toInstant(),
                texts.readAny(id, row.getString("answer")),
                instant(row.getObject("answered", OffsetDateTime.class)),
                sayings.readAny(row.getString("said"), texts.readAny(id, row.getString("withdrawn_why"))));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
