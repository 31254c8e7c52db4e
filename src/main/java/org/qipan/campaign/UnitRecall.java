package org.qipan.campaign;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qipan.task.LaterItems;
import org.qipan.worklist.Refused;
import org.qipan.worklist.WorkItem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 撤回 of a step of a unit's part by whoever completed it. Stage first, then the part, then the item: the order of the locks. */
@Component
class UnitRecall {

    /** What waits after a step. */
    private static final Map<String, String> NEXT = Map.of(
            CampaignProcess.WORK, CampaignProcess.SUBMIT,
            CampaignProcess.SUBMIT, CampaignProcess.REVIEW);

    private final JdbcClient jdbc;
    private final StageGate gate;
    private final UnitStages parts;
    private final Rounds rounds;
    private final CampaignProcess process;
    private final LaterItems later;

    UnitRecall(
            JdbcClient jdbc,
            StageGate gate,
            UnitStages parts,
            Rounds rounds,
            CampaignProcess process,
            LaterItems later) {
        this.jdbc = jdbc;
        this.gate = gate;
        this.parts = parts;
        this.rounds = rounds;
        this.process = process;
        this.later = later;
    }

    /** Null while the stage is closed or paused, and where the instance runs on a version of the model that does not know it. */
    @Nullable
    String recallable(WorkItem done) {
        String next = done.process().equals(CampaignProcess.UNIT) ? NEXT.get(done.key()) : null;
        if (next == null || !running(Long.parseLong(done.ref()))) {
            return null;
        }
        boolean known = done.key().equals(CampaignProcess.SUBMIT) || process.recallsWork(Long.parseLong(done.ref()));
        return known ? next : null;
    }

    void recall(WorkItem done) {
        long us = Long.parseLong(done.ref());
        gate.enteredBy(us);
        parts.lock(us);
        later.hold(done, Objects.requireNonNull(NEXT.get(done.key()), done::key));
        if (done.key().equals(CampaignProcess.SUBMIT)) {
            rounds.recalled(us);
        } else if (!process.recallWork(us)) {
            throw new Refused("campaign.refused.olderModel");
        }
    }

    private boolean running(long us) {
        return jdbc.sql("""
                        select exists (select from unit_stage us join campaign_stage s on s.id = us.stage
                            where us.id = ? and us.state = 'open' and s.state = 'OPEN' and not s.paused)""").param(us).query(Boolean.class).single();
    }
}
