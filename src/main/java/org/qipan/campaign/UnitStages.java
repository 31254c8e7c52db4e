package org.qipan.campaign;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.campaign.CampaignProcess.Upper;
import org.qipan.worklist.Worklist;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The units' parts in a stage: downward by instances, upward by counters. {@code open_lower} of a part is the number of parts below it that
 * are open. Locks child before upper; every step may be repeated.
 */
@Service
@Transactional
class UnitStages {

    /** Few enough that a repeated job is cheap, many enough that a county needs few of them. */
    static final int CHUNK = 100;

    /** Parameters {@code :stage}, alias {@code cu}: whether the stage has work for a unit, or for one below it. */
    static final String TAKES_PART = """
            cu.withdrawn_at is null and (cu.upper is null
             or exists (select from campaign_item ci where ci.stage = :stage and %s)
             or exists (select from campaign_unit b
                        where b.campaign = cu.campaign and b.upper = cu.unit and b.withdrawn_at is null))""".formatted(ItemRules.APPLIES);

    private final JdbcClient jdbc;
    private final CampaignProcess process;
    private final Worklist worklist;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UnitStages(
            JdbcClient jdbc,
            CampaignProcess process,
            Worklist worklist,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.process = process;
        this.worklist = worklist;
        this.events = events;
        this.clock = clock;
    }

    /** A unit's part in a stage, one round of it. */
    record Part(
            long id,
            UUID campaign,
            long stage,
            String unit,
            String kind,
            int round,
            @Nullable Long upper,
            int openLower,
            String state,
            boolean submitted) {
        boolean open() {
            return state.equals("open");
        }
    }

    private record Lower(long id, String unit, String kind, boolean hasLower) {}

    static final String PART = """
            select us.id, us.campaign, us.stage, us.unit, cu.kind, us.round, us.upper, us.open_lower, us.state,
                us.submitted_at is not null as submitted
            from unit_stage us join campaign_unit cu on cu.campaign = us.campaign and cu.unit = us.unit
            """;

    Part lock(long us) {
        return jdbc.sql(PART + "where us.id = ? for update of us")
                .param(us)
                .query(Part.class)
                .single();
    }

    /** As {@link #lock}, to be read only. */
    Part get(long us) {
        return jdbc.sql(PART + "where us.id = ?").param(us).query(Part.class).single();
    }

    boolean handDown(long us) {
        Part own = lock(us);
        if (!own.open()) {
            return false;
        }
        List<Lower> lower = jdbc.sql("""
                with missing as (
                    select cu.unit, cu.kind, exists (select from campaign_unit b where b.campaign = cu.campaign
                            and b.upper = cu.unit and b.withdrawn_at is null) as has_lower
                    from campaign_unit cu
                    where cu.campaign = :campaign and cu.upper = :unit and %s
                      and not exists (select from unit_stage us where us.stage = :stage and us.unit = cu.unit)
                    order by cu.unit limit :chunk),
                made as (
                    insert into unit_stage (campaign, stage, unit, upper, opened_at)
                    select :campaign, :stage, unit, :us, :now from missing
                    on conflict do nothing returning id, unit)
                select made.id, made.unit, missing.kind, missing.has_lower
                from made join missing on missing.unit = made.unit order by made.id
                """.formatted(TAKES_PART))
                .param("campaign", own.campaign())
                .param("unit", own.unit())
                .param("stage", own.stage())
                .param("us", us)
                .param("now", OffsetDateTime.now(clock))
                .param("chunk", CHUNK)
                .query(Lower.class)
                .list();
        jdbc.sql("update unit_stage set open_lower = open_lower + ? where id = ?")
                .params(lower.size(), us)
                .update();
        Upper upper = new Upper(own.unit(), own.kind());
        lower.forEach(part -> process.unit(part.id(), part.unit(), part.kind(), upper, part.hasLower()));
        return lower.size() == CHUNK;
    }

    void accepted(long us) {
        if (end(us, "accepted")) {
            jdbc.sql("update unit_stage_item set state = 'accepted' where us = ?")
                    .param(us)
                    .update();
        }
    }

    void withdrawn(long us) {
        end(us, "withdrawn");
    }

    /** One more part below is open: what waits there to be submitted has to wait again. */
    void oneMore(long upper) {
        jdbc.sql("update unit_stage set open_lower = open_lower + 1 where id = ?")
                .param(upper)
                .update();
        worklist.blocked(String.valueOf(upper), CampaignProcess.SUBMIT, true);
    }

    private boolean end(long us, String state) {
        List<Ended> ended = jdbc.sql("""
                        update unit_stage set state = :state,
                            accepted_at = case when :state = 'accepted' then cast(:now as timestamptz) end
                        where id = :us and state = 'open' returning upper""")
                .param("state", state)
                .param("now", OffsetDateTime.now(clock))
                .param("us", us)
                .query(Ended.class)
                .list();
        for (Ended part : ended) {
            if (part.upper() != null) {
                oneLess(part.upper());
            }
        }
        return !ended.isEmpty();
    }

    private record Ended(@Nullable Long upper) {}

    private record Left(String unit, int openLower) {}

    private void oneLess(long upper) {
        Left left = jdbc.sql(
                        "update unit_stage set open_lower = open_lower - 1 where id = ? returning unit, open_lower")
                .param(upper)
                .query(Left.class)
                .single();
        if (left.openLower() == 0) {
            worklist.blocked(String.valueOf(upper), CampaignProcess.SUBMIT, false);
            events.publishEvent(new LowerUnitsDone(upper, left.unit()));
        }
    }
}
