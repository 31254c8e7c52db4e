package org.qipan.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Sayings;
import org.qipan.deadline.Deadlines;
import org.qipan.directory.Directory;
import org.qipan.subject.Subject;
import org.qipan.subject.Subjects;
import org.qipan.worklist.WorkRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the rows of a page, after it is known which they are. */
@Repository
class LedgerRows {

    private static final String SELECT = """
            select c.*, f.number, f.title, f.said, k.started as clock_started, k.due as clock_due,
                c.merged_into is not null or exists (select from complaint m where m.merged_into = c.id) as repeat
            from complaint c join case_file f on f.id = c.id
            left join lateral (
                select k.started, k.due from complaint_clock k where k.complaint = c.id and k.done is null order by k.due limit 1) k on true
            where c.id = any (:ids)
            """;

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Subjects subjects;
    private final Deadlines deadlines;
    private final Sayings sayings;
    private final Clock clock;

    LedgerRows(
            JdbcClient jdbc,
            Directory directory,
            Subjects subjects,
            Deadlines deadlines,
            Sayings sayings,
            Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.subjects = subjects;
        this.deadlines = deadlines;
        this.sayings = sayings;
        this.clock = clock;
    }

    /** The rows of the keys, in their order. */
    List<LedgerRow> of(List<LedgerKey> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        Set<Long> sorted = new HashSet<>();
        Set<String> desks = new HashSet<>();
        List<Raw> raw = jdbc.sql(SELECT)
                .param("ids", keys.stream().map(LedgerKey::id).toArray(UUID[]::new))
                .query((row, n) -> raw(row, sorted, desks))
                .list();
        Map<Long, Subject> known = subjects.byId(sorted);
        Map<String, String> names = directory.names(desks);
        Map<UUID, LedgerRow> rows = new HashMap<>();
        raw.forEach(one -> rows.put(one.id(), row(one, known, names)));
        return keys.stream()
                .map(key -> rows.get(key.id()))
                .filter(Objects::nonNull)
                .toList();
    }

    private record Raw(
            UUID id,
            @Nullable String number,
            String title,
            Instant received,
            String channel,
            @Nullable String kind,
            @Nullable String route,
            @Nullable Long subject,
            String state,
            @Nullable Instant started,
            @Nullable Instant due,
            String desk,
            int people,
            boolean urgent,
            boolean sealed,
            boolean repeat) {}

    private Raw raw(ResultSet row, Set<Long> sorted, Set<String> desks) throws SQLException {
        Long subject = row.getObject("subject", Long.class);
        if (subject != null) {
            sorted.add(subject);
        }
        desks.add(row.getString("desk"));
        return new Raw(
                row.getObject("id", UUID.class),
                row.getString("number"),
                sayings.read(row.getString("said"), row.getString("title")),
                row.getObject("received", OffsetDateTime.class).toInstant(),
                row.getString("channel"),
                row.getString("kind"),
                row.getString("route"),
                subject,
                row.getString("state"),
                WorkRows.instant(row, "clock_started"),
                WorkRows.instant(row, "clock_due"),
                row.getString("desk"),
                row.getInt("people"),
                row.getBoolean("urgent"),
                row.getBoolean("sealed"),
                row.getBoolean("repeat"));
    }

    private LedgerRow row(Raw raw, Map<Long, Subject> known, Map<String, String> names) {
        Subject subject = raw.subject() == null ? null : known.get(raw.subject());
        Instant due = raw.due();
        Instant started = raw.started();
        return new LedgerRow(
                raw.id(),
                raw.number(),
                raw.title(),
                LocalDate.ofInstant(raw.received(), LedgerConditions.ZONE),
                raw.channel(),
                raw.kind() == null ? "none" : raw.kind(),
                raw.route(),
                subject == null ? "" : subject.path(),
                raw.state(),
                due == null || started == null ? null : deadlines.lamp(started, due),
                due == null ? null : Deadlines.lastDay(due),
                due != null && !due.isAfter(clock.instant()),
                names.getOrDefault(raw.desk(), raw.desk()),
                raw.people(),
                raw.urgent(),
                raw.sealed(),
                raw.repeat());
    }
}
