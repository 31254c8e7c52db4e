package org.qipan.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qipan.campaign.StageGate.Stage;
import org.qipan.casefile.CaseFiles;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Worklist;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stages while a campaign runs. Pausing and extending change rows, never the engine. */
@Service
@Transactional
class Stages {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** A paused stage that has not begun waits for its resumption, not for a date. */
    private static final Duration UNTIL_RESUMED = Duration.ofDays(36_500);

    private final JdbcClient jdbc;
    private final StageGate gate;
    private final CampaignProcess process;
    private final Worklist worklist;
    private final CaseFiles files;
    private final Clock clock;

    Stages(JdbcClient jdbc, StageGate gate, CampaignProcess process, Worklist worklist, CaseFiles files, Clock clock) {
        this.jdbc = jdbc;
        this.gate = gate;
        this.process = process;
        this.worklist = worklist;
        this.files = files;
        this.clock = clock;
    }

    List<Long> of(UUID campaign) {
        return jdbc.sql("select id from campaign_stage where campaign = ? order by no")
                .param(campaign)
                .query(Long.class)
                .list();
    }

    Instant opening(long stage) {
        return start(jdbc.sql("select opens from campaign_stage where id = ?")
                .param(stage)
                .query(LocalDate.class)
                .single());
    }

    /** Opens a stage, or opens it again, and starts the part of the unit that owns the campaign. */
    void open(long id) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("update campaign_stage set state = 'OPEN', opened_at = ? where id = ?")
                .params(now, id)
                .update();
        worklist.ended(id, false);
        List<Top> made = jdbc.sql("""
                with made as (
                    insert into unit_stage (campaign, stage, unit, opened_at)
                    select s.campaign, s.id, cu.unit, :now from campaign_stage s
                    join campaign_unit cu on cu.campaign = s.campaign and cu.upper is null
                    where s.id = :stage on conflict do nothing returning id, campaign, unit)
                select made.id, made.unit, cu.kind, exists (select from campaign_unit b where b.campaign = made.campaign
                    and b.upper = made.unit and b.withdrawn_at is null) as has_lower
                from made join campaign_unit cu on cu.campaign = made.campaign and cu.unit = made.unit""")
                .param("now", now)
                .param("stage", id)
                .query(Top.class)
                .list();
        made.forEach(top -> process.unit(top.id(), top.unit(), top.kind(), null, top.hasLower()));
    }

    private record Top(long id, String unit, String kind, boolean hasLower) {}

    void pause(long id, String reason, Staff by, Post as) {
        Stage stage = running(id);
        if (stage.paused()) {
            throw new Refused("campaign.refused.stagePaused", stage.name());
        }
        jdbc.sql("update campaign_stage set paused = true, paused_at = ? where id = ?")
                .params(OffsetDateTime.now(clock), id)
                .update();
        worklist.paused(id, true);
        if (stage.state().equals("PLANNED")) {
            process.moveOpening(stage.campaign(), id, clock.instant().plus(UNTIL_RESUMED));
        }
        note(stage, "campaign.stagePaused", reason, by, as, Map.of());
    }

    /**
     * The days of the pause are added at the end, and at the beginning of a stage that has not begun. A unit that stopped an item on its own
     * stays stopped until it takes the item up. That adds the whole time it stood, so the days of this pause are not added twice.
     */
    void resume(long id, String reason, Staff by, Post as) {
        Stage stage = running(id);
        if (!stage.paused()) {
            throw new Refused("campaign.refused.stageNotPaused", stage.name());
        }
        long days = pausedDays(id);
        boolean planned = stage.state().equals("PLANNED");
        LocalDate opens = planned ? stage.opens().plusDays(days) : stage.opens();
        LocalDate closes = stage.closes().plusDays(days);
        jdbc.sql("update campaign_stage set paused = false, paused_at = null, opens = ?, closes = ? where id = ?")
                .params(opens, closes, id)
                .update();
        List<String> standing = standing(id);
        worklist.due(id, end(closes));
        standing.forEach(part -> worklist.resumed(part, Duration.ofDays(-days)));
        worklist.paused(id, false);
        standing.forEach(worklist::stopped);
        if (planned) {
            process.moveOpening(stage.campaign(), id, start(opens));
        }
        note(stage, "campaign.stageResumed", reason, by, as, Map.of("days", String.valueOf(days)));
    }

    /** Parts that are at work and have an item stopped. */
    private List<String> standing(long id) {
        return jdbc.sql("""
                        select us.id::text from unit_stage us where us.stage = ? and us.state = 'open' and us.submitted_at is null
                          and exists (select from unit_stage_item i where i.us = us.id and i.stopped_at is not null)""").param(id).query(String.class).list();
    }

    private long pausedDays(long id) {
        OffsetDateTime since = jdbc.sql("select paused_at from campaign_stage where id = ?")
                .param(id)
                .query(OffsetDateTime.class)
                .single();
        return ChronoUnit.DAYS.between(
                since.atZoneSameInstant(ZONE).toLocalDate(), LocalDate.now(clock.withZone(ZONE)));
    }

    Stage running(long id) {
        Stage stage = gate.lock(id);
        if (stage.state().equals("CLOSED")) {
            throw new Refused("campaign.refused.stageClosed", stage.name());
        }
        return stage;
    }

    void note(Stage stage, String act, String reason, Staff by, Post as, Map<String, String> more) {
        Map<String, String> facts = new java.util.HashMap<>(more);
        facts.put("stage", stage.name());
        files.record(stage.campaign(), act, by.id(), as, reason, facts);
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** A due date is the start of the next day. */
    static Instant end(LocalDate day) {
        return start(day.plusDays(1));
    }
}
