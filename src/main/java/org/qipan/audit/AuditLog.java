package org.qipan.audit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qipan.page.Like;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the records, newest first, page after page by key. */
@Component
class AuditLog {

    static final int PAGE = 50;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Jumps from one action to the next along the index; a plain distinct would read every row. */
    private static final String ACTIONS = """
            with recursive known as (
                (select action from audit order by action limit 1)
                union all
                select (select a.action from audit a where a.action > k.action order by a.action limit 1)
                from known k where k.action is not null)
            select action from known where action is not null
            """;

    private final JdbcClient jdbc;

    AuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    AuditPage page(AuditFilter filter, @Nullable AuditCursor after, int size) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> params = new HashMap<>();
        if (filter.from() != null) {
            conditions.add("a.at >= :from");
            params.put("from", startOf(filter.from()));
        }
        if (filter.to() != null) {
            conditions.add("a.at < :to");
            params.put("to", startOf(filter.to().plusDays(1)));
        }
        add(
                conditions,
                params,
                filter.actor(),
                "actor",
                "(a.actor_post ilike :actor or a.actor::text ilike :actor)",
                true);
        add(conditions, params, filter.action(), "action", "a.action = :action", false);
        add(conditions, params, filter.kind(), "kind", "a.object_kind = :kind", false);
        add(conditions, params, filter.object(), "object", "a.object_id = :object", false);
        if (after != null) {
            conditions.add("(a.at, a.id) < (:at, :id)");
            params.put("at", after.at().atOffset(ZoneOffset.UTC));
            params.put("id", after.id());
        }
        String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        List<AuditRow> rows = jdbc.sql("select " + AuditEntry.COLUMNS
                        + ", l.seq from audit a left join audit_link l on l.audit_id = a.id " + where
                        + " order by a.at desc, a.id desc limit :size")
                .params(params)
                .param("size", size + 1)
                .query((row, n) -> new AuditRow(AuditEntry.of(row), row.getObject("seq", Long.class)))
                .list();
        if (rows.size() <= size) {
            return new AuditPage(rows, null);
        }
        AuditEntry last = rows.get(size - 1).entry();
        return new AuditPage(rows.subList(0, size), new AuditCursor(last.at(), last.id()));
    }

    /** Every action that was ever recorded. */
    List<String> actions() {
        return jdbc.sql(ACTIONS).query(String.class).list();
    }

    private static void add(
            List<String> conditions,
            Map<String, Object> params,
            @Nullable String value,
            String name,
            String condition,
            boolean anywhere) {
        if (value == null || value.isBlank()) {
            return;
        }
        String asked = value.strip();
        conditions.add(condition);
        params.put(name, anywhere ? Like.holding(asked) : asked);
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toOffsetDateTime();
    }
}
