package org.qipan.campaign;

import java.time.LocalDate;
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

/** A plan that turns out too short: stages extended, added, opened again. */
@Service
@Transactional
class StageChanges {

    private final JdbcClient jdbc;
    private final Stages stages;
    private final StageGate gate;
    private final CampaignProcess process;
    private final Worklist worklist;
    private final CaseFiles files;

    StageChanges(
            JdbcClient jdbc,
            Stages stages,
            StageGate gate,
            CampaignProcess process,
            Worklist worklist,
            CaseFiles files) {
        this.jdbc = jdbc;
        this.stages = stages;
        this.gate = gate;
        this.process = process;
        this.worklist = worklist;
        this.files = files;
    }

    void extend(long id, LocalDate closes, String reason, Staff by, Post as) {
        Stage stage = stages.running(id);
        if (!closes.isAfter(stage.closes())) {
            throw new Refused("campaign.refused.notLater", stage.closes().toString());
        }
        jdbc.sql("update campaign_stage set closes = ? where id = ?")
                .params(closes, id)
                .update();
        worklist.due(id, Stages.end(closes));
        stages.note(stage, "campaign.stageExtended", reason, by, as, Map.of("closes", closes.toString()));
    }

    /** @return id of the new stage, numbered after the last */
    long add(UUID campaign, String name, LocalDate opens, LocalDate closes, String reason, Staff by, Post as) {
        if (closes.isBefore(opens)) {
            throw new Refused("campaign.refused.notLater", opens.toString());
        }
        long id = jdbc.sql("""
                        insert into campaign_stage (campaign, no, name, opens, closes)
                        select :campaign, max(no) + 1, :name, :opens, :closes from campaign_stage where campaign = :campaign
                        returning id""")
                .param("campaign", campaign)
                .param("name", name)
                .param("opens", opens)
                .param("closes", closes)
                .query(Long.class)
                .single();
        process.addStage(campaign, id);
        files.record(campaign, "campaign.stageAdded", by.id(), as, reason, Map.of("stage", name));
        return id;
    }

    /** Only while another stage still runs; afterwards what is wrong becomes a rectification. */
    void reopen(long id, String reason, Staff by, Post as) {
        Stage stage = gate.lock(id);
        if (!stage.state().equals("CLOSED")) {
            throw new Refused("campaign.refused.stageOpen", stage.name());
        }
        if (!othersRun(stage)) {
            throw new Refused("campaign.refused.reopenLate", stage.name());
        }
        jdbc.sql("update campaign_stage set state = 'OPEN', closed_at = null, close_reason = null where id = ?")
                .param(id)
                .update();
        process.addStage(stage.campaign(), id);
        stages.note(stage, "campaign.stageReopened", reason, by, as, Map.of());
    }

    private boolean othersRun(Stage stage) {
        return jdbc.sql(
                        "select exists (select from campaign_stage where campaign = ? and id <> ? and state <> 'CLOSED')")
                .params(stage.campaign(), stage.id())
                .query(Boolean.class)
                .single();
    }
}
