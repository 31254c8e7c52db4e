package org.qipan.subject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qipan.audit.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files of subjects: all of one or nothing, and only once somebody has seen what it would do. */
@Service
class SubjectImports {

    private static final int NAME = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final SubjectEdits edits;
    private final Clock clock;

    SubjectImports(JdbcClient jdbc, SubjectEdits edits, Clock clock) {
        this.jdbc = jdbc;
        this.edits = edits;
        this.clock = clock;
    }

    /** A file as it was kept aside. */
    record Kept(String file, LocalDate day, List<SubjectEntry> entries, boolean confirmed) {}

    /** Keeps it aside. Files nobody confirmed within a day go. */
    @Transactional
    public UUID keep(String file, LocalDate day, List<SubjectEntry> entries, Actor by) {
        UUID id = UUID.randomUUID();
        jdbc.sql("delete from subject_import where made_at < :before")
                .param("before", OffsetDateTime.now(clock).minusDays(1))
                .update();
        jdbc.sql("""
                        insert into subject_import (id, staff, file, made_at, day, lines)
                        values (:id, cast(:staff as uuid), :file, :now, :day, cast(:lines as jsonb))
                        """)
                .param("id", id)
                .param("staff", by.staff())
                .param("file", file.length() > NAME ? file.substring(0, NAME) : file)
                .param("now", OffsetDateTime.now(clock))
                .param("day", day)
                .param("lines", written(entries))
                .update();
        return id;
    }

    /** A file this person read. */
    Optional<Kept> find(UUID id, Actor by) {
        return jdbc.sql("""
                        select file, day, lines, confirmed_at is not null as confirmed from subject_import
                        where id = :id and staff is not distinct from cast(:staff as uuid)
                        """)
                .param("id", id)
                .param("staff", by.staff())
                .query((row, n) -> new Kept(
                        row.getString("file"),
                        row.getObject("day", LocalDate.class),
                        read(row.getString("lines")),
                        row.getBoolean("confirmed")))
                .optional();
    }

    /** @return why not, and nothing changed; empty if it was done */
    @Transactional
    public List<SubjectFault> confirm(UUID id, Kept kept, long version, Actor by) {
        boolean first =
                jdbc.sql("update subject_import set confirmed_at = :now where id = :id and confirmed_at is null")
                                .param("now", OffsetDateTime.now(clock))
                                .param("id", id)
                                .update()
                        == 1;
        List<SubjectFault> faults = first
                ? edits.apply(kept.entries(), kept.day(), version, by)
                : List.of(new SubjectFault(0, "form", "subject.fault.form.again", ""));
        return faults.isEmpty() ? faults : SubjectEdits.undone(faults);
    }

    private static String written(List<SubjectEntry> entries) {
        try {
            return JSON.writeValueAsString(entries);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<SubjectEntry> read(String lines) {
        try {
            return JSON.readValue(lines, new TypeReference<List<SubjectEntry>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
