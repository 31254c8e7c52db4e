package org.qipan.campaign;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.worklist.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a unit has to do in a stage, and what it says about it. Rows exist only for items that were touched, so that launching costs none. */
@Service
@Transactional
class Checklist {

    private static final BigDecimal MOST = new BigDecimal("1000000000");
    private static final int LONGEST = 500;

    private final JdbcClient jdbc;
    private final MeasuredItems measured;
    private final Clock clock;

    Checklist(JdbcClient jdbc, MeasuredItems measured, Clock clock) {
        this.jdbc = jdbc;
        this.measured = measured;
        this.clock = clock;
    }

    /**
     * An item.
     *
     * @param form {@code count}, {@code done} or {@code text}
     * @param value counted or stated; 1 for done; null is blank, not 0
     * @param comment what the level above wants changed
     * @param stopped 现场停办: does not count as missing until it is taken up again
     */
    record Line(
            long item,
            int no,
            String name,
            String form,
            @Nullable BigDecimal minimum,
            @Nullable String measure,
            @Nullable String unitOfMeasure,
            @Nullable LocalDate due,
            @Nullable BigDecimal value,
            @Nullable String note,
            String state,
            @Nullable String comment,
            boolean stopped) {

        boolean open() {
            return state.equals("open") || state.equals("returned");
        }

        public boolean counted() {
            return measure != null;
        }

        /** Whether what is asked for was reached. */
        public boolean met() {
            if (form.equals("text")) {
                return note != null && !note.isBlank();
            }
            BigDecimal least = form.equals("done") || minimum == null ? BigDecimal.ONE : minimum;
            return stopped || value != null && value.compareTo(least) >= 0;
        }

        Line with(@Nullable BigDecimal counted) {
            return new Line(
                    item, no, name, form, minimum, measure, unitOfMeasure, due, counted, note, state, comment, stopped);
        }
    }

    /** A later round holds only the items that came back. */
    List<Line> lines(long us) {
        List<Line> lines = jdbc.sql("""
                select ci.id as item, ci.no, ci.name, ci.form, ci.minimum, ci.measure, ci.unit_of_measure, ci.due, usi.value, usi.note,
                    coalesce(usi.state, 'open') as state, usi.comment, usi.stopped_at is not null as stopped
                from unit_stage us
                join campaign_unit cu on cu.campaign = us.campaign and cu.unit = us.unit
                join campaign_item ci on ci.stage = us.stage
                left join unit_stage_item usi on usi.us = us.id and usi.item = ci.id
                where us.id = ? and (usi.item is not null or us.round = 1 and %s)
                order by ci.no""".formatted(ItemRules.APPLIES))
                .param(us)
                .query(Line.class)
                .list();
        if (lines.stream().noneMatch(line -> line.counted() && line.open())) {
            return lines;
        }
        Map<Long, BigDecimal> counts = measured.values(us);
        return lines.stream()
                .map(line -> line.counted() && line.open() ? line.with(counts.get(line.item())) : line)
                .toList();
    }

    /** What is asked for and was not reached. */
    List<Line> missing(long us) {
        return lines(us).stream().filter(line -> !line.met()).toList();
    }

    /** Keeps what the unit states about an item that is open or came back. */
    void save(long us, long item, @Nullable BigDecimal value, @Nullable String note, UUID by) {
        Line line = editable(us, item);
        if (line.counted() && value != null) {
            throw new Refused("campaign.refused.counted", line.name());
        }
        if (value != null
                && (value.signum() < 0
                        || value.compareTo(MOST) > 0
                        || value.stripTrailingZeros().scale() > 2)) {
            throw new Refused("campaign.refused.value", line.name());
        }
        if (note != null && note.length() > LONGEST) {
            throw new Refused("campaign.refused.long", LONGEST);
        }
        jdbc.sql("""
                insert into unit_stage_item (us, item, value, note, changed_by, changed_at)
                values (:us, :item, :value, :note, :by, :now)
                on conflict (us, item) do update set value = excluded.value, note = excluded.note,
                    changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                .param("us", us)
                .param("item", item)
                .param("value", value)
                .param("note", note)
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Since when the first of the stopped items stands still, null if none does. */
    @Nullable
    Instant stoppedSince(long us) {
        OffsetDateTime since = jdbc.sql("select min(stopped_at) from unit_stage_item where us = ?")
                .param(us)
                .query(OffsetDateTime.class)
                .optional()
                .orElse(null);
        return since == null ? null : since.toInstant();
    }

    /** 现场停办·求助: stops the item without blame; the same call takes it up again. */
    boolean stop(long us, long item, UUID by) {
        boolean stopping = !editable(us, item).stopped();
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("""
                insert into unit_stage_item (us, item, stopped_at, changed_by, changed_at)
                values (:us, :item, :stopped, :by, :now)
                on conflict (us, item) do update set stopped_at = excluded.stopped_at""")
                .param("us", us)
                .param("item", item)
                .param("stopped", stopping ? now : null)
                .param("by", by)
                .param("now", now)
                .update();
        return stopping;
    }

    /** Freezes the values of the open items: from now on only what is returned can be changed. */
    void submit(long us) {
        for (Line line : lines(us)) {
            if (line.open()) {
                jdbc.sql("""
                        insert into unit_stage_item (us, item, value, state) values (?, ?, ?, 'submitted')
                        on conflict (us, item) do update set value = excluded.value, state = 'submitted'""")
                        .params(Arrays.asList(us, line.item(), line.value()))
                        .update();
            }
        }
    }

    void giveBack(long us, Map<Long, String> items) {
        items.forEach((item, remark) -> jdbc.sql(
                        "update unit_stage_item set state = 'returned', comment = ? where us = ? and item = ?")
                .params(remark, us, item)
                .update());
    }

    private Line editable(long us, long item) {
        return lines(us).stream()
                .filter(line -> line.item() == item && line.open())
                .findFirst()
                .orElseThrow(() -> new Refused("campaign.refused.locked"));
    }
}
