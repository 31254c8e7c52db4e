package org.qipan.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.audit.Fingerprint;
import org.qipan.casefile.TimeOrderedId;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.qipan.worklist.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Imports records from a file: all of it or nothing, and only once somebody has seen what will happen. */
@Service
class RecordImports {

    private final JdbcClient jdbc;
    private final ImportReader reader;
    private final ServiceCatalogue catalogue;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final ObjectMapper json;
    private final Clock clock;

    RecordImports(
            JdbcClient jdbc,
            ImportReader reader,
            ServiceCatalogue catalogue,
            Directory directory,
            ApplicationEventPublisher events,
            ObjectMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.catalogue = catalogue;
        this.directory = directory;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /** Reads a file and keeps it aside. Files nobody confirmed within a day go. */
    @Transactional
    UUID prepare(String name, byte[] file, Staff by, Post as, @Nullable UUID campaign) {
        ImportReader.Result result =
                reader.read(ImportFile.lines(file), as, campaign, as.group() + campaign + Fingerprint.of(file));
        jdbc.sql("delete from work_record_import where made_at < :before")
                .param("before", Timestamp.from(clock.instant().minus(1, ChronoUnit.DAYS)))
                .update();
        UUID id = TimeOrderedId.next(clock);
        jdbc.sql("""
                        insert into work_record_import (id, staff, file_name, made_at, lines, errors)
                        values (:id, :staff, :name, :now, :lines::jsonb, :errors::jsonb)
                        """)
                .param("id", id)
                .param("staff", by.id())
                .param("name", name.length() > 200 ? name.substring(0, 200) : name)
                .param("now", Timestamp.from(clock.instant()))
                .param("lines", text(lines(result.entries(), as)))
                .param("errors", text(result.problems()))
                .update();
        return id;
    }

    Optional<ImportPreview> find(UUID id, Staff by) {
        return jdbc.sql(
                        "select file_name, jsonb_array_length(lines) as good, errors, confirmed_at is not null as confirmed"
                                + " from work_record_import where id = :id and staff = :staff")
                .param("id", id)
                .param("staff", by.id())
                .query((row, n) -> new ImportPreview(
                        id,
                        row.getString("file_name"),
                        row.getInt("good"),
                        problems(row.getString("errors")),
                        row.getBoolean("confirmed")))
                .optional();
    }

    /** Takes the lines over; those that are known already count once. @return how many were new */
    @Transactional
    int confirm(UUID id, Staff by) {
        ImportPreview preview = find(id, by).orElseThrow(() -> new Refused("service.import.gone"));
        if (!preview.problems().isEmpty() || preview.good() == 0) {
            throw new Refused("service.import.problems");
        }
        List<WorkRecorded> added = jdbc.sql("""
                        insert into work_record (client_id, unit, area, owner_area, kind, aggregate_only, quantity, second_quantity, day, grid,
                            note, campaign, recorded_at, received_at, recorded_by, post_role)
                        select l."clientId", l.unit, l.area, l."ownerArea", l.kind, l.aggregate, l.quantity, l."secondQuantity", l.day, l.grid,
                            l.note, l.campaign, i.made_at, :now, :staff, l.role
                        from work_record_import i, jsonb_to_recordset(i.lines) as l("clientId" uuid, unit text, area bigint, "ownerArea" bigint,
                            kind text, aggregate boolean, quantity numeric, "secondQuantity" numeric, day date, grid text, note text,
                            campaign uuid, role text)
                        where i.id = :id and i.staff = :staff
                        on conflict (client_id) do nothing
                        returning unit, kind, campaign
                        """)
                .param("id", id)
                .param("staff", by.id())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new WorkRecorded(
                        row.getString("unit"), row.getString("kind"), row.getObject("campaign", UUID.class)))
                .list();
        jdbc.sql("update work_record_import set confirmed_at = :now, lines = '[]' where id = :id")
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        Set<WorkRecorded> news = new LinkedHashSet<>(added);
        news.forEach(events::publishEvent);
        return added.size();
    }

    private List<Map<String, Object>> lines(List<Entry> entries, Post as) {
        Map<String, Boolean> aggregate = new LinkedHashMap<>();
        catalogue.all().forEach(kind -> aggregate.put(kind.key(), kind.aggregateOnly()));
        Map<String, Unit> units = new LinkedHashMap<>();
        Map<String, Long> owners = new LinkedHashMap<>();
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Entry entry : entries) {
            Map<String, Object> line = new LinkedHashMap<>();
            Unit unit = units.computeIfAbsent(entry.unit(), directory::unit);
            line.put("clientId", entry.clientId());
            line.put("unit", entry.unit());
            line.put("area", unit.area());
            line.put("ownerArea", owners.computeIfAbsent(entry.unit(), directory::ownerArea));
            line.put("kind", entry.kind());
            line.put("aggregate", aggregate.getOrDefault(entry.kind(), false));
            line.put("quantity", entry.quantity());
            line.put("day", entry.day().toString());
            line.put("role", as.role());
            present(line, "secondQuantity", entry.secondQuantity());
            present(line, "grid", entry.grid());
            present(line, "note", entry.note());
            present(line, "campaign", entry.campaign());
            lines.add(line);
        }
        return lines;
    }

    private static void present(Map<String, Object> line, String key, @Nullable Object value) {
        if (value != null) {
            line.put(key, value);
        }
    }

    private List<ImportReader.Problem> problems(String text) {
        try {
            return json.readValue(text, new TypeReference<List<ImportReader.Problem>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
