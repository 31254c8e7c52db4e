package org.qipan.campaign;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.campaign.CampaignProcess.Upper;
import org.qipan.campaign.UnitStages.Part;
import org.qipan.casefile.CaseFiles;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.qipan.worklist.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who takes part, changed while a campaign runs: late joiners, withdrawals, merged villages. */
@Service
@Transactional
class Participants {

    private final JdbcClient jdbc;
    private final Directory directory;
    private final UnitStages parts;
    private final Rounds rounds;
    private final CampaignProcess process;
    private final CaseFiles files;
    private final Clock clock;

    Participants(
            JdbcClient jdbc,
            Directory directory,
            UnitStages parts,
            Rounds rounds,
            CampaignProcess process,
            CaseFiles files,
            Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.parts = parts;
        this.rounds = rounds;
        this.process = process;
        this.files = files;
        this.clock = clock;
    }

    /** A unit joins in every stage that is open; those to come reach it by hand-down. */
    void join(UUID campaign, String code, String reason, Staff by, Post as) {
        Unit unit = directory.find(code).orElseThrow(() -> new Refused("campaign.refused.unknownUnit", code));
        if (takesPart(campaign, code)) {
            throw new Refused("campaign.refused.takesPart", unit.name());
        }
        if (jdbc.sql("select count(*) from campaign_stage where campaign = ? and state <> 'CLOSED'")
                        .param(campaign)
                        .query(Integer.class)
                        .single()
                == 0) {
            throw new Refused("campaign.refused.allClosed");
        }
        String upper = above(campaign, unit);
        jdbc.sql("""
                insert into campaign_unit (campaign, unit, upper, kind, joined_at, reason) values (?, ?, ?, ?, ?, ?)
                on conflict (campaign, unit) do update set upper = excluded.upper, joined_at = excluded.joined_at,
                    withdrawn_at = null, reason = excluded.reason""")
                .params(campaign, code, upper, unit.kind().key(), OffsetDateTime.now(clock), reason)
                .update();
        for (long stage : openStages(campaign)) {
            Part over = rounds.latest(stage, upper);
            if (over != null) {
                enter(campaign, stage, unit, over);
            }
        }
        note(campaign, "campaign.joined", unit.name(), reason, by, as);
    }

    private void enter(UUID campaign, long stage, Unit unit, Part over) {
        List<Long> made = jdbc.sql("""
                        insert into unit_stage (campaign, stage, unit, round, upper, opened_at)
                        select :campaign, :stage, :unit, coalesce(max(round), 0) + 1, :upper, :now
                        from unit_stage where stage = :stage and unit = :unit
                        on conflict do nothing returning id""")
                .param("campaign", campaign)
                .param("stage", stage)
                .param("unit", unit.code())
                .param("upper", over.id())
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .list();
        for (long us : made) {
            parts.oneMore(over.id());
            jdbc.sql("""
                    insert into unit_stage_item (us, item)
                    select us.id, ci.id from unit_stage us
                    join campaign_unit cu on cu.campaign = us.campaign and cu.unit = us.unit
                    join campaign_item ci on ci.stage = us.stage
                    where us.id = ? and us.round > 1""" + " and " + ItemRules.APPLIES).param(us).update();
            process.unit(us, unit.code(), unit.kind().key(), new Upper(over.unit(), over.kind()), false);
        }
    }

    /** A unit and those below it leave; what they did stays. */
    void withdraw(UUID campaign, String code, String reason, Staff by, Post as) {
        if (!takesPart(campaign, code)) {
            throw new Refused("campaign.refused.takesNoPart", code);
        }
        List<Long> open = jdbc.sql("""
                with recursive gone as (
                    select unit, 0 as depth from campaign_unit where campaign = :campaign and unit = :unit
                    union all
                    select cu.unit, gone.depth + 1 from campaign_unit cu join gone on cu.upper = gone.unit
                    where cu.campaign = :campaign and cu.withdrawn_at is null),
                left_out as (
                    update campaign_unit set withdrawn_at = :now, reason = :reason
                    where campaign = :campaign and unit in (select unit from gone))
                select us.id from unit_stage us join gone on gone.unit = us.unit
                where us.campaign = :campaign and us.state = 'open' order by gone.depth desc, us.id""")
                .param("campaign", campaign)
                .param("unit", code)
                .param("now", OffsetDateTime.now(clock))
                .param("reason", reason)
                .query(Long.class)
                .list();
        for (long us : open) {
            if (!process.withdraw(us)) {
                parts.withdrawn(us);
            }
        }
        note(campaign, "campaign.withdrawn", directory.unit(code).name(), reason, by, as);
    }

    /** Two villages become one: the first leaves, the second goes on or joins. Records keep the code they were made under. */
    void merge(UUID campaign, String from, String into, String reason, Staff by, Post as) {
        if (from.equals(into) || directory.find(into).isEmpty()) {
            throw new Refused("campaign.refused.unknownUnit", into);
        }
        withdraw(campaign, from, reason, by, as);
        if (!takesPart(campaign, into)) {
            join(campaign, into, reason, by, as);
        }
    }

    private boolean takesPart(UUID campaign, String unit) {
        return jdbc.sql("""
                        select count(*) from campaign_unit where campaign = ? and unit = ? and withdrawn_at is null""").params(campaign, unit).query(Integer.class).single() > 0;
    }

    /** The nearest unit above that takes part; departments belong to the owner. */
    private String above(UUID campaign, Unit unit) {
        @Nullable String code = unit.parent();
        while (code != null && !takesPart(campaign, code)) {
            code = directory.find(code).map(Unit::parent).orElse(null);
        }
        return code != null
                ? code
                : jdbc.sql("select unit from campaign_unit where campaign = ? and upper is null")
                        .param(campaign)
                        .query(String.class)
                        .single();
    }

    private List<Long> openStages(UUID campaign) {
        return jdbc.sql("select id from campaign_stage where campaign = ? and state = 'OPEN' order by id for share")
                .param(campaign)
                .query(Long.class)
                .list();
    }

    private void note(UUID campaign, String act, String unit, String reason, Staff by, Post as) {
        files.record(campaign, act, by.id(), as, reason, Map.of("unit", unit));
    }
}
