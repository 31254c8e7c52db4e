package org.qipan.reveal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseTexts;
import org.qipan.worklist.WorkRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rows of {@code reveal}. */
@Component
class RevealTable {

    private static final String ALL =
            "select id, case_id, desk, purpose, words, state, asked_by, asked_at, decided_by, decided_at, reason, until, looks from reveal ";

    private final JdbcClient jdbc;
    private final CaseTexts texts;

    RevealTable(JdbcClient jdbc, CaseTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    void insert(Reveal asked) {
        jdbc.sql("""
                        insert into reveal (id, case_id, desk, purpose, words, asked_by, asked_at)
                        values (:id, :case, :desk, :purpose, :words, :by, :at)
                        """)
                .param("id", asked.id())
                .param("case", asked.caseId())
                .param("desk", asked.desk())
                .param("purpose", asked.purpose().code())
                .param("words", texts.keep(asked.caseId(), asked.words()))
                .param("by", asked.askedBy())
                .param("at", at(asked.askedAt()))
                .update();
    }

    /** Newest first. */
    @Transactional
    List<Reveal> of(UUID caseId) {
        return jdbc.sql(ALL + "where case_id = :case order by asked_at desc, id")
                .param("case", caseId)
                .query((row, n) -> read(row))
                .list();
    }

    /** Held until the transaction ends: two people who decide at once do so one after the other. */
    @Transactional
    Optional<Reveal> locked(UUID id) {
        return jdbc.sql(ALL + "where id = :id for update")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    void decide(
            Reveal asked, Reveal.State state, UUID by, Instant at, @Nullable String reason, @Nullable Instant until) {
        jdbc.sql("""
                        update reveal set state = :state, decided_by = :by, decided_at = :at, reason = :reason, until = :until
                        where id = :id
                        """)
                .param("state", state.name().toLowerCase(Locale.ROOT))
                .param("by", by)
                .param("at", at(at))
                .param("reason", texts.keepAny(asked.caseId(), reason))
                .param("until", until == null ? null : at(until), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", asked.id())
                .update();
    }

    /** The matter ended first. @return ids of those nobody will decide */
    List<UUID> over(UUID caseId) {
        return jdbc.sql("update reveal set state = 'over' where case_id = ? and state = 'asked' returning id")
                .param(caseId)
                .query(UUID.class)
                .list();
    }

    void looked(UUID id) {
        jdbc.sql("update reveal set looks = looks + 1 where id = :id")
                .param("id", id)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private Reveal read(ResultSet row) throws SQLException {
        UUID caseId = row.getObject("case_id", UUID.class);
        return new Reveal(
                row.getObject("id", UUID.class),
                caseId,
                row.getString("desk"),
                Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
                texts.read(caseId, row.getString("words")),
                Reveal.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("asked_by", UUID.class),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("decided_by", UUID.class),
                WorkRows.instant(row, "decided_at"),
                texts.readAny(caseId, row.getString("reason")),
                WorkRows.instant(row, "until"),
                row.getInt("looks"));
    }
}
