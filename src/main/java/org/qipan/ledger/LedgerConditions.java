package org.qipan.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.qipan.deadline.Deadlines;
import org.qipan.subject.Subjects;
import org.springframework.stereotype.Component;

/** A filter as conditions of SQL; alias {@code c}. */
@Component
class LedgerConditions {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String CLOCK = "exists (select from complaint_clock k where k.complaint = c.id and ";

    private final Deadlines deadlines;
    private final Subjects subjects;
    private final Clock clock;

    LedgerConditions(Deadlines deadlines, Subjects subjects, Clock clock) {
        this.deadlines = deadlines;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** Everything but the words searched for; each condition begins with {@code and}. */
    String of(LedgerFilter filter, Map<String, Object> parameters) {
        StringBuilder sql = new StringBuilder();
        if (filter.state().equals("open")) {
            sql.append(" and c.closed is null");
        } else {
            equal(sql, parameters, "state", filter.state());
        }
        if (filter.kind().equals("none")) {
            sql.append(" and c.kind is null");
        } else {
            equal(sql, parameters, "kind", filter.kind());
        }
        equal(sql, parameters, "route", filter.route());
        equal(sql, parameters, "channel", filter.channel());
        if (!filter.subject().isEmpty()) {
            sql.append(" and c.subject = any (:subjects)");
            parameters.put("subjects", subjects.versions(filter.subject()).toArray(Long[]::new));
        }
        period(sql, parameters, filter);
        if (filter.group()) {
            sql.append(" and c.people >= 5");
        }
        if (filter.repeat()) {
            sql.append(
                    " and (c.merged_into is not null or exists (select from complaint m where m.merged_into = c.id))");
        }
        clocks(sql, parameters, filter);
        LedgerKey before = filter.before();
        if (before != null) {
            sql.append(" and (c.received, c.id) < (:received, :before)");
            parameters.put("received", at(before.received()));
            parameters.put("before", before.id());
        }
        return sql.toString();
    }

    private void clocks(StringBuilder sql, Map<String, Object> parameters, LedgerFilter filter) {
        if (!filter.lamp().isEmpty()) {
            parameters.put("now", at(clock.instant()));
            sql.append(" and c.closed is null and ").append(CLOCK).append("k.done is null and k.due <= :now)");
        }
        if (filter.lamp().equals("soon")) {
            parameters.put("soon", at(deadlines.dueSoonUntil()));
            int from = sql.lastIndexOf(CLOCK);
            sql.replace(
                    from,
                    sql.length(),
                    CLOCK + "k.done is null and k.due <= :soon) and not " + CLOCK
                            + "k.done is null and k.due <= :now)");
        }
        if (!filter.clock().isEmpty()) {
            parameters.put("now", at(clock.instant()));
            parameters.put("clock", filter.clock());
            parameters.put("yearFrom", start(LocalDate.of(filter.year(), 1, 1)));
            parameters.put("yearTo", start(LocalDate.of(filter.year() + 1, 1, 1)));
            sql.append(" and ").append(CLOCK).append("k.code = :clock and ").append(DUE);
            sql.append(filter.kept() ? " and k.done < k.due)" : ")");
        }
    }

    /** Clocks that ended in a year, kept or not; parameters {@code yearFrom}, {@code yearTo}, {@code now}. */
    static final String DUE =
            "k.due > :yearFrom and k.due <= :yearTo and (k.due <= :now or k.done is not null and k.done < k.due)";

    private static void period(StringBuilder sql, Map<String, Object> parameters, LedgerFilter filter) {
        LocalDate from = filter.from();
        LocalDate to = filter.to();
        if (from != null) {
            sql.append(" and c.received >= :from");
            parameters.put("from", start(from));
        }
        if (to != null) {
            sql.append(" and c.received < :to");
            parameters.put("to", start(to.plusDays(1)));
        }
    }

    private static void equal(StringBuilder sql, Map<String, Object> parameters, String column, String value) {
        if (!value.isEmpty()) {
            sql.append(" and c.").append(column).append(" = :").append(column);
            parameters.put(column, value);
        }
    }

    static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(ZONE).toOffsetDateTime();
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atZone(ZONE).toOffsetDateTime();
    }
}
