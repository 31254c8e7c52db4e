package org.qipan.board;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.campaign.ItemRules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the board reads: one statement for each part, always the latest round of a unit. */
@Component
class BoardQueries {

    private static final String LATEST = """
            latest as (
                select distinct on (us.stage, us.unit) us.* from unit_stage us
                where us.campaign = :campaign order by us.stage, us.unit, us.round desc)
            """;

    private final JdbcClient jdbc;

    BoardQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param expected units with a part in it, also those it was taken back from at the end @param done units whose latest round was accepted */
    record StageBar(
            long id,
            int no,
            String name,
            LocalDate opens,
            LocalDate closes,
            String state,
            boolean paused,
            int expected,
            int done) {}

    /** A task of the stage. @param measure counted from work records, null if stated @param shared another stage counts it too */
    record Item(
            long id,
            int no,
            String name,
            String form,
            @Nullable BigDecimal minimum,
            @Nullable String measure,
            @Nullable String unitOfMeasure,
            @Nullable LocalDate due,
            boolean shared) {}

    /** How a task of a unit stands, in the latest round that held it. A task nobody touched is there too: its records count all the same. */
    record Stated(
            String unit,
            long item,
            @Nullable BigDecimal value,
            String state,
            boolean stopped,
            @Nullable String note) {}

    /**
     * A unit's part in the stage.
     *
     * @param openLower units below that are not accepted yet
     * @param submittedAt since when it waits for the unit above, null while it is at work
     * @param turn post whose turn it is ({@code role@unit}), null if nobody's
     * @param since when its turn came
     */
    record Part(
            long us,
            String unit,
            String kind,
            @Nullable String upper,
            String state,
            int openLower,
            int round,
            Instant openedAt,
            @Nullable Instant submittedAt,
            @Nullable Instant acceptedAt,
            @Nullable String turn,
            @Nullable Instant since,
            @Nullable LocalDate extendedTo) {

        /** The last day of this part: the stage's, or the one an extension gave it. */
        LocalDate last(LocalDate closes) {
            return extendedTo != null && extendedTo.isAfter(closes) ? extendedTo : closes;
        }
    }

    List<StageBar> stages(UUID campaign) {
        return jdbc.sql("with " + LATEST + """
                select s.id, s.no, s.name, s.opens, s.closes, s.state, s.paused,
                    count(cu.unit) as expected,
                    count(cu.unit) filter (where l.state = 'accepted') as done
                from campaign_stage s left join latest l on l.stage = s.id
                left join campaign_unit cu on cu.campaign = l.campaign and cu.unit = l.unit
                    and (cu.withdrawn_at is null or l.state = 'accepted')
                where s.campaign = :campaign group by s.id order by s.no""")
                .param("campaign", campaign)
                .query(StageBar.class)
                .list();
    }

    List<Item> items(long stage) {
        return jdbc.sql("""
                select ci.id, ci.no, ci.name, ci.form, ci.minimum, ci.measure, ci.unit_of_measure, ci.due, %s as shared
                from campaign_item ci where ci.stage = ? order by ci.no""".formatted(ItemRules.SHARED))
                .param(stage)
                .query(Item.class)
                .list();
    }

    List<Stated> stated(long stage) {
        return jdbc.sql("""
                select distinct on (us.unit, ci.id) us.unit, ci.id as item, i.value, coalesce(i.state, 'open') as state,
                    i.stopped_at is not null as stopped, i.note
                from unit_stage us
                join campaign_unit cu on cu.campaign = us.campaign and cu.unit = us.unit
                join campaign_item ci on ci.stage = us.stage
                left join unit_stage_item i on i.us = us.id and i.item = ci.id
                where us.stage = ? and (i.item is not null or us.round = 1 and %s)
                order by us.unit, ci.id, us.round desc""".formatted(ItemRules.APPLIES))
                .param(stage)
                .query(Stated.class)
                .list();
    }

    List<Part> parts(UUID campaign, long stage) {
        return jdbc.sql("with " + LATEST + """
                select l.id as us, l.unit, cu.kind, cu.upper, l.state, l.open_lower, l.round, l.opened_at, l.submitted_at, l.accepted_at,
                    w.role || '@' || w.unit as turn, w.created as since,
                    (l.extended_to at time zone 'Asia/Shanghai' - interval '1 microsecond')::date as extended_to
                from latest l join campaign_unit cu on cu.campaign = l.campaign and cu.unit = l.unit
                left join lateral (
                    select role, unit, created from work_item
                    where process = 'campaign-unit' and ref = l.id::text and state = 'open' order by id limit 1) w on true
                where l.stage = :stage and cu.withdrawn_at is null
                order by l.unit""")
                .param("campaign", campaign)
                .param("stage", stage)
                .query(Part.class)
                .list();
    }

    /** Units accepted by day, in local time. */
    Map<LocalDate, Integer> trend(UUID campaign) {
        Map<LocalDate, Integer> days = new TreeMap<>();
        jdbc.sql("""
                select (accepted_at at time zone 'Asia/Shanghai')::date as day, count(*) as n from unit_stage
                where campaign = ? and accepted_at is not null group by 1""")
                .param(campaign)
                .query((rs, n) -> Map.entry(rs.getObject("day", LocalDate.class), rs.getInt("n")))
                .list()
                .forEach(e -> days.put(e.getKey(), e.getValue()));
        return days;
    }

    /** Changes whenever something on the board may have changed. */
    String fingerprint(UUID campaign) {
        return jdbc.sql("""
                select concat_ws('/',
                    (select concat(count(*), ',', sum(open_lower), ',', max(opened_at), max(submitted_at), max(accepted_at), max(extended_to),
                        count(*) filter (where state = 'accepted'), ',', count(*) filter (where state = 'withdrawn'))
                     from unit_stage where campaign = :campaign),
                    (select concat(max(i.changed_at), ',', sum(i.value), ',', count(*) filter (where i.state = 'open'), ',', count(i.stopped_at))
                     from unit_stage_item i join unit_stage us on us.id = i.us where us.campaign = :campaign),
                    (select string_agg(concat(state, paused, closes), ',' order by no) from campaign_stage where campaign = :campaign))""").param("campaign", campaign).query(String.class).single();
    }

    /** Open work by element of the models, for the diagram. */
    Map<String, Integer> nodes(UUID campaign) {
        Map<String, Integer> counts = new TreeMap<>();
        jdbc.sql("select key, count(*) as n from work_item where case_id = ? and state = 'open' group by key")
                .param(campaign)
                .query((rs, n) -> Map.entry(rs.getString("key"), rs.getInt("n")))
                .list()
                .forEach(e -> counts.put(e.getKey(), e.getValue()));
        return counts;
    }
}
