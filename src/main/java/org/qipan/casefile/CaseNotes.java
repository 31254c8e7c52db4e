package org.qipan.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.qipan.directory.Post;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 批注: what colleagues write beside a case; part of its timeline. */
@Service
public class CaseNotes {

    private final JdbcClient jdbc;
    private final CaseTexts texts;
    private final Clock clock;

    CaseNotes(JdbcClient jdbc, CaseTexts texts, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.clock = clock;
    }

    @Transactional
    public void add(UUID caseId, String text, UUID by, Post post) {
        jdbc.sql("""
                        insert into case_note (case_id, at, by, acting_for, role, unit, text)
                        values (:case, :at, :by, acted_for(:by, :role, :unit, :case, :day, null), :role, :unit, :text)
                        """)
                .param("case", caseId)
                .param("at", OffsetDateTime.now(clock))
                .param("by", by)
                .param("role", post.role())
                .param("unit", post.unit())
                .param("text", texts.keep(caseId, text))
                .param("day", LocalDate.now(clock))
                .update();
    }
}
