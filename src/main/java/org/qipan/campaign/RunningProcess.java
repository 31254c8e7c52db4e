package org.qipan.campaign;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.qipan.casefile.CaseFiles;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The verbs of the pages, each one transaction of rows, timeline and engine. */
@Service
@Transactional
class RunningProcess implements RunningCampaign {

    private final Campaigns campaigns;
    private final CampaignProcess process;
    private final Stages stages;
    private final StageChanges changes;
    private final Rounds rounds;
    private final Participants participants;
    private final CaseFiles files;
    private final JdbcClient jdbc;

    RunningProcess(
            Campaigns campaigns,
            CampaignProcess process,
            Stages stages,
            StageChanges changes,
            Rounds rounds,
            Participants participants,
            CaseFiles files,
            JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.process = process;
        this.stages = stages;
        this.changes = changes;
        this.rounds = rounds;
        this.participants = participants;
        this.files = files;
        this.jdbc = jdbc;
    }

    @Override
    public void begin(UUID campaign) {
        process.begin(campaign, campaigns.get(campaign).unit());
    }

    @Override
    public void submit(UUID campaign, Staff by, Post as) {
        campaigns.submit(campaign);
        files.record(campaign, "campaign.planSubmitted", by.id(), as, null, Map.of());
        process.drafted(campaign);
    }

    @Override
    @Transactional(readOnly = true)
    public OptionalLong task(UUID campaign, Staff by) {
        return jdbc
                .sql("""
                        select id from work_item where case_id = :campaign and process = 'campaign' and state = 'open'
                          and role || '@' || unit = any(:posts) order by id""")
                .param("campaign", campaign)
                .param("posts", by.posts().stream().map(Post::group).toArray(String[]::new))
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    @Override
    public void pause(long stage, String reason, Staff by, Post as) {
        stages.pause(stage, reason, by, as);
    }

    @Override
    public void resume(long stage, String reason, Staff by, Post as) {
        stages.resume(stage, reason, by, as);
    }

    @Override
    public void extend(long stage, LocalDate closes, String reason, Staff by, Post as) {
        changes.extend(stage, closes, reason, by, as);
    }

    @Override
    public void addStage(
            UUID campaign, String name, LocalDate opens, LocalDate closes, String reason, Staff by, Post as) {
        changes.add(campaign, name, opens, closes, reason, by, as);
        campaigns.extend(campaign, closes);
    }

    @Override
    public void reissue(long stage, Collection<String> units, String reason, Staff by, Post as) {
        rounds.reissue(stage, units, reason, by, as);
    }

    @Override
    public void join(UUID campaign, String unit, String reason, Staff by, Post as) {
        participants.join(campaign, unit, reason, by, as);
    }

    @Override
    public void withdraw(UUID campaign, String unit, String reason, Staff by, Post as) {
        participants.withdraw(campaign, unit, reason, by, as);
    }

    @Override
    public void merge(UUID campaign, String from, String into, String reason, Staff by, Post as) {
        participants.merge(campaign, from, into, reason, by, as);
    }

    @Override
    public void reopen(long stage, String reason, Staff by, Post as) {
        changes.reopen(stage, reason, by, as);
    }

    @Override
    public void recall(long part, String reason, Staff by, Post as) {
        rounds.recall(part, reason, by, as);
    }

    @Override
    public void sendBack(long upper, String unit, Map<Long, String> items, String reason, Staff by, Post as) {
        rounds.sendBack(upper, unit, items, reason, by, as);
    }

    @Override
    public void cancel(UUID campaign, String reason, Staff by, Post as) {
        campaigns.cancel(campaign, reason);
        files.record(campaign, "campaign.cancelled", by.id(), as, reason, Map.of());
        process.cancel(campaign);
    }
}
