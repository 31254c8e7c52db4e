package org.qipan.gazetteer;

import java.time.LocalDate;
import java.util.Map;
import org.qipan.audit.Audit;
import org.qipan.audit.CurrentActor;
import org.qipan.directory.Directory;
import org.qipan.directory.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes of units as dated rows: what was true on a day stays readable for that day. */
@Service
class UnitChanges {

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Audit audit;
    private final CurrentActor actor;

    UnitChanges(JdbcClient jdbc, Directory directory, Audit audit, CurrentActor actor) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.audit = audit;
        this.actor = actor;
    }

    /** The unit cannot be changed like that; the message is a key. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(String key) {
            super(key);
        }

        String key() {
            return String.valueOf(getMessage());
        }
    }

    /** @param at first day of the new name */
    @Transactional
    void rename(String code, String official, LocalDate at) {
        Unit unit = open(code, at);
        String trimmed = official.strip();
        UnitLine.Fault fault = UnitLine.nameFault(trimmed);
        if (fault != null) {
            throw new Refused(fault.reason());
        }
        int ended = jdbc.sql(
                        "update unit_name set valid_to = :at where unit = :code and valid_to is null and valid_from < :at")
                .param("at", at)
                .param("code", code)
                .update();
        if (ended == 0) {
            throw new Refused("gazetteer.change.refused.date");
        }
        UnitName name = UnitName.of(trimmed, unit.kind());
        jdbc.sql("""
                        insert into unit_name (unit, valid_from, official, short, name, initials, pinyin)
                        values (:code, :at, :official, :short, :short, :initials, :pinyin)
                        """)
                .param("code", code)
                .param("at", at)
                .param("official", name.official())
                .param("short", name.shortName())
                .param("initials", name.reading().initials())
                .param("pinyin", name.reading().full())
                .update();
        succeed(code, code, "rename", at);
        sisters(unit, at);
        audit.record(actor.actor(), "directory.audit.rename", "unit", code, Map.of("name", trimmed, "at", at));
    }

    /** @param at first day without the unit */
    @Transactional
    void close(String code, LocalDate at) {
        Unit unit = open(code, at);
        end(unit, at);
        audit.record(actor.actor(), "directory.audit.close", "unit", code, Map.of("at", at));
    }

    /** The unit ends and another of its kind goes on in its place. */
    @Transactional
    void merge(String code, String into, LocalDate at) {
        Unit unit = open(code, at);
        Unit heir = directory.find(into).orElseThrow(() -> new Refused("gazetteer.change.refused.into"));
        boolean lives = !heir.validFrom().isAfter(at)
                && (heir.validTo() == null || heir.validTo().isAfter(at));
        if (heir.code().equals(code) || heir.kind() != unit.kind() || !lives) {
            throw new Refused("gazetteer.change.refused.into");
        }
        end(unit, at);
        succeed(code, into, "merge", at);
        audit.record(actor.actor(), "directory.audit.merge", "unit", code, Map.of("into", into, "at", at));
    }

    private Unit open(String code, LocalDate at) {
        jdbc.sql("select 1 from unit where code = :code for update")
                .param("code", code)
                .query(row -> {});
        Unit unit = directory.find(code).orElseThrow(() -> new Refused("gazetteer.change.refused.unknown"));
        if (unit.validTo() != null) {
            throw new Refused("gazetteer.change.refused.closed");
        }
        if (!at.isAfter(unit.validFrom())) {
            throw new Refused("gazetteer.change.refused.date");
        }
        return unit;
    }

    private void end(Unit unit, LocalDate at) {
        boolean parents = jdbc.sql(
                        "select exists (select 1 from unit where parent = :code and (valid_to is null or valid_to > :at))")
                .param("code", unit.code())
                .param("at", at)
                .query(Boolean.class)
                .single();
        if (parents) {
            throw new Refused("gazetteer.change.refused.lower");
        }
        jdbc.sql("update unit set valid_to = :at where code = :code")
                .param("at", at)
                .param("code", unit.code())
                .update();
        sisters(unit, at);
    }

    private void sisters(Unit unit, LocalDate at) {
        if (unit.parent() != null) {
            jdbc.sql(SisterNames.under())
                    .param("day", at)
                    .param("parent", unit.parent())
                    .update();
        }
    }

    private void succeed(String from, String to, String kind, LocalDate at) {
        jdbc.sql("insert into unit_succession (from_unit, to_unit, kind, at) values (:from, :to, :kind, :at)")
                .param("from", from)
                .param("to", to)
                .param("kind", kind)
                .param("at", at)
                .update();
    }
}
