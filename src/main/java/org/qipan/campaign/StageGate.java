package org.qipan.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseFiles;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Worklist;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may still submit into a stage, and when it may be closed. Submissions lock the stage shared, closing locks it alone: one wins. */
@Service
@Transactional
class StageGate {

    /** Names shown in a refusal; the rest is a number. */
    private static final int NAMED = 10;

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Worklist worklist;
    private final CaseFiles files;
    private final Clock clock;

    StageGate(JdbcClient jdbc, Directory directory, Worklist worklist, CaseFiles files, Clock clock) {
        this.jdbc = jdbc;
        this.worklist = worklist;
        this.directory = directory;
        this.files = files;
        this.clock = clock;
    }

    /** A stage as it stands. */
    record Stage(
            long id,
            UUID campaign,
            int no,
            String name,
            LocalDate opens,
            LocalDate closes,
            String state,
            boolean paused,
            boolean reasonAllowed) {}

    private static final String STAGE = """
            select id, campaign, no, name, opens, closes, state, paused, reason_allowed from campaign_stage where id =\s""";

    /** Holds the stage open until the transaction ends. @throws Refused if it is closed, paused, or not begun */
    Stage entered(long id) {
        return open(jdbc.sql(STAGE + "? for share").param(id).query(Stage.class).single());
    }

    /** As {@link #entered}, for the stage that a unit's part belongs to. */
    Stage enteredBy(long us) {
        return open(jdbc.sql(STAGE + "(select stage from unit_stage where id = ?) for share")
                .param(us)
                .query(Stage.class)
                .single());
    }

    private static Stage open(Stage stage) {
        if (!stage.state().equals("OPEN")) {
            throw new Refused("campaign.refused.stageClosed", stage.name());
        }
        if (stage.paused()) {
            throw new Refused("campaign.refused.stagePaused", stage.name());
        }
        return stage;
    }

    Stage lock(long id) {
        return jdbc.sql(STAGE + "? for update").param(id).query(Stage.class).single();
    }

    /** Closes a stage. @param reason needed if units are missing @throws Refused naming them otherwise */
    void close(long id, @Nullable String reason, Staff by, Post as) {
        Stage stage = lock(id);
        if (!stage.state().equals("OPEN")) {
            throw new Refused("campaign.refused.stageClosed", stage.name());
        }
        List<String> missing = missing(stage);
        if (!missing.isEmpty() && (reason == null || reason.isBlank())) {
            throw new Refused("campaign.refused.gate", missing.size(), names(missing));
        }
        jdbc.sql("update campaign_stage set state = 'CLOSED', closed_at = ?, close_reason = ? where id = ?")
                .params(OffsetDateTime.now(clock), reason, id)
                .update();
        worklist.ended(id, true);
        files.record(
                stage.campaign(),
                "campaign.stageClosed",
                by.id(),
                as,
                reason,
                Map.of("stage", stage.name(), "missing", String.valueOf(missing.size())));
    }

    /** Units that take part and whose latest round is not accepted. */
    List<String> missing(Stage stage) {
        return jdbc.sql("""
                select cu.unit from campaign_unit cu
                where cu.campaign = :campaign and %s
                  and coalesce((select us.state from unit_stage us where us.stage = :stage and us.unit = cu.unit
                        order by us.round desc limit 1), 'open') <> 'accepted'
                order by cu.unit""".formatted(UnitStages.TAKES_PART))
                .param("campaign", stage.campaign())
                .param("stage", stage.id())
                .query(String.class)
                .list();
    }

    /** Units below whose parts are open. */
    List<String> below(long us) {
        return jdbc.sql("select unit from unit_stage where upper = ? and state = 'open' order by unit")
                .param(us)
                .query(String.class)
                .list();
    }

    String names(List<String> units) {
        String named = units.stream().limit(NAMED).map(directory::name).collect(Collectors.joining("、"));
        return units.size() > NAMED ? named + "…" : named;
    }
}
