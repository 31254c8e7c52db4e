package org.qipan.campaign;

import java.util.UUID;
import org.qipan.directory.Directory;
import org.qipan.worklist.WorkFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known about a new task of either model. */
@Component
class CampaignFacts {

    private final JdbcClient jdbc;
    private final Directory directory;

    CampaignFacts(JdbcClient jdbc, Directory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    /**
     * The row of the part is locked for 核对报送: whoever changes the counter afterwards finds the new work item. The stage of 关闭阶段 is
     * the one that is open and has no such item yet, also when the projection is rebuilt long after.
     */
    WorkFacts of(String process, String key, String ref) {
        if (process.equals(CampaignProcess.UNIT)) {
            boolean submit = key.equals(CampaignProcess.SUBMIT);
            StageFacts part = jdbc.sql("""
                            select us.campaign, us.unit, s.name, s.id as stage, s.opens, s.closes, us.open_lower,
                                s.paused or not cast(:review as boolean) and exists (
                                    select from unit_stage_item i where i.us = us.id and i.stopped_at is not null) as paused,
                                not cast(:review as boolean) and exists (
                                    select from unit_stage_item i where i.us = us.id and i.state = 'returned') as returned,
                                case when not cast(:review as boolean) then us.extended_to end as extended_to
                            from unit_stage us join campaign_stage s on s.id = us.stage where us.id = :us""" + (submit ? " for update of us" : ""))
                    .param("review", key.equals(CampaignProcess.REVIEW))
                    .param("us", Long.valueOf(ref))
                    .query(StageFacts.class)
                    .single();
            return part.facts(key.equals(CampaignProcess.REVIEW) ? reviewed(part) : part.name(), submit);
        }
        UUID campaign = UUID.fromString(ref);
        if (key.equals(CampaignProcess.CLOSE_STAGE)) {
            StageFacts stage =
                    jdbc.sql("""
                            select campaign, null as unit, name, id as stage, opens, closes, paused, 0 as open_lower, false as returned,
                                null::timestamptz as extended_to from campaign_stage s
                            where campaign = ? and state = 'OPEN' and not exists (
                                select from work_item w where w.stage = s.id and w.key = 'Task_CloseStage' and w.state = 'open')
                            order by opened_at desc nulls last, no limit 1""").param(campaign).query(StageFacts.class).single();
            return stage.facts(stage.name(), false);
        }
        return new WorkFacts(campaign, null, null, null, null, false, false, false, cameBack(campaign, key));
    }

    /** Whether the plan, or the package at the end, was sent back by the unit above. */
    private boolean cameBack(UUID campaign, String key) {
        String sql = switch (key) {
            case CampaignProcess.DRAFT ->
                "select returned <> '{}' from campaign_plan where campaign = ? order by version desc limit 1";
            case CampaignProcess.COMPILE ->
                "select true from work_item w join work_act a on a.item = w.id where w.case_id = ?"
                        + " and w.key = 'Task_AcceptCampaign' and a.act = 'returned' limit 1";
            default -> "";
        };
        return !sql.isEmpty()
                && jdbc.sql(sql).param(campaign).query(Boolean.class).optional().orElse(false);
    }

    /** Whoever reviews has one for each unit below, and must tell them apart. */
    private String reviewed(StageFacts part) {
        String unit = String.valueOf(part.unit());
        return directory.name(unit) + " · " + part.name();
    }
}
