package org.qipan.campaign;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.campaign.CampaignProcess.Upper;
import org.qipan.campaign.UnitStages.Part;
import org.qipan.casefile.CaseFiles;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** New rounds of work that was accepted already: 退回下级 and 补发任务. One level at a time, each with its reason; the old round stays. */
@Service
@Transactional
class Rounds {

    private final JdbcClient jdbc;
    private final StageGate gate;
    private final UnitStages parts;
    private final CampaignProcess process;
    private final CaseFiles files;
    private final Clock clock;

    Rounds(JdbcClient jdbc, StageGate gate, UnitStages parts, CampaignProcess process, CaseFiles files, Clock clock) {
        this.jdbc = jdbc;
        this.gate = gate;
        this.parts = parts;
        this.process = process;
        this.files = files;
        this.clock = clock;
    }

    /**
     * 退回下级: items of a unit accepted earlier come back to it.
     *
     * @param upper part of the unit that returns; open, and not waiting for its own review
     * @param items item → what is to be changed
     */
    long sendBack(long upper, String unit, Map<Long, String> items, String reason, Staff by, Post as) {
        Part own = parts.get(upper);
        gate.entered(own.stage());
        Part last = latest(own.stage(), unit);
        own = parts.lock(upper);
        if (items.isEmpty() || reason.isBlank()) {
            throw new Refused("campaign.refused.reason");
        }
        if (!own.open() || own.submitted()) {
            throw new Refused("campaign.refused.recallFirst");
        }
        if (last == null || last.open() || !isUpper(own, unit)) {
            throw new Refused("campaign.refused.stillOpen", gate.names(List.of(unit)));
        }
        long us = round(last, own);
        items.forEach((item, remark) -> jdbc.sql("""
                        insert into unit_stage_item (us, item, value, note, state, comment)
                        select :us, :item, max(value), max(note), 'returned', :remark
                        from unit_stage_item where us = :last and item = :item""")
                .param("us", us)
                .param("item", item)
                .param("remark", remark)
                .param("last", last.id())
                .update());
        return begun(us, last, own, "campaign.sentBack", reason, by, as);
    }

    /** 补发任务: these units do the stage once more. */
    void reissue(long stage, Collection<String> units, String reason, Staff by, Post as) {
        gate.entered(stage);
        for (String unit : units.stream().sorted().toList()) {
            Part last = latest(stage, unit);
            if (last == null || last.open()) {
                throw new Refused("campaign.refused.stillOpen", gate.names(List.of(unit)));
            }
            Part upper = upper(last);
            long us = round(last, upper);
            jdbc.sql("""
                    insert into unit_stage_item (us, item)
                    select :us, ci.id from campaign_item ci
                    join campaign_unit cu on cu.campaign = ci.campaign and cu.unit = :unit
                    where ci.stage = :stage""" + " and " + ItemRules.APPLIES)
                    .param("us", us)
                    .param("unit", unit)
                    .param("stage", stage)
                    .update();
            begun(us, last, upper, "campaign.reissued", reason, by, as);
        }
    }

    /** 撤回: the head takes back what was submitted and not reviewed yet. */
    void recall(long us, String reason, Staff by, Post as) {
        note(recalled(us), "campaign.recalled", reason, by, as);
    }

    /** As {@link #recall}; the caller writes it down. */
    Part recalled(long us) {
        gate.enteredBy(us);
        Part own = parts.lock(us);
        if (!own.open() || !own.submitted() || !process.recall(us)) {
            throw new Refused("campaign.refused.notInReview");
        }
        jdbc.sql("update unit_stage set submitted_at = null where id = ?")
                .param(us)
                .update();
        jdbc.sql("update unit_stage_item set state = 'open' where us = ? and state = 'submitted'")
                .param(us)
                .update();
        return own;
    }

    private long round(Part last, @Nullable Part upper) {
        return jdbc.sql("""
                        insert into unit_stage (campaign, stage, unit, round, upper, opened_at)
                        values (?, ?, ?, ?, ?, ?) returning id""")
                .params(java.util.Arrays.asList(
                        last.campaign(),
                        last.stage(),
                        last.unit(),
                        last.round() + 1,
                        upper == null ? null : upper.id(),
                        OffsetDateTime.now(clock)))
                .query(Long.class)
                .single();
    }

    private long begun(long us, Part last, @Nullable Part upper, String act, String reason, Staff by, Post as) {
        if (upper != null) {
            parts.oneMore(upper.id());
        }
        process.unit(us, last.unit(), last.kind(), upper == null ? null : new Upper(upper.unit(), upper.kind()), false);
        note(last, act, reason, by, as);
        return us;
    }

    private void note(Part part, String act, String reason, Staff by, Post as) {
        files.record(part.campaign(), act, by.id(), as, reason, Map.of("unit", gate.names(List.of(part.unit()))));
    }

    /** The latest round of a unit in a stage, locked; null if it has none. */
    @Nullable
    Part latest(long stage, String unit) {
        return jdbc.sql(UnitStages.PART
                        + "where us.stage = ? and us.unit = ? order by us.round desc limit 1 for update of us")
                .params(stage, unit)
                .query(Part.class)
                .optional()
                .orElse(null);
    }

    /** The latest round of the unit above, which the new round counts for. */
    private @Nullable Part upper(Part part) {
        String unit = upperUnit(part.campaign(), part.unit());
        return unit == null ? null : latest(part.stage(), unit);
    }

    private boolean isUpper(Part upper, String unit) {
        return upper.unit().equals(upperUnit(upper.campaign(), unit));
    }

    private @Nullable String upperUnit(UUID campaign, String unit) {
        return jdbc.sql("select upper from campaign_unit where campaign = ? and unit = ? and upper is not null")
                .params(campaign, unit)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
