package org.qipan.campaign;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qipan.campaign.Checklist.Line;
import org.qipan.campaign.StageGate.Stage;
import org.qipan.campaign.UnitStages.Part;
import org.qipan.casefile.CaseFiles;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.CasePage;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Refused.Reason;
import org.qipan.worklist.WorkItem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The three tasks of a unit's part: work, submit, review. Stage first, then the part: the order of the locks. */
@Component
class UnitWork {

    private final StageGate gate;
    private final UnitStages parts;
    private final Checklist checklist;
    private final CaseFiles files;
    private final JdbcClient jdbc;
    private final Clock clock;

    UnitWork(StageGate gate, UnitStages parts, Checklist checklist, CaseFiles files, JdbcClient jdbc, Clock clock) {
        this.gate = gate;
        this.parts = parts;
        this.checklist = checklist;
        this.files = files;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Map<String, Object> completing(WorkItem item, Map<String, Object> values, Staff by, Post as) {
        long us = Long.parseLong(item.ref());
        Stage stage = gate.enteredBy(us);
        Part part = parts.lock(us);
        if (!part.open()) {
            throw new Refused("campaign.refused.partOver");
        }
        return switch (item.key()) {
            case CampaignProcess.WORK -> worked(part, stage, values, by, as);
            case CampaignProcess.SUBMIT -> submitted(part, stage, values, by, as);
            default -> reviewed(part, stage, values, by, as);
        };
    }

    private Map<String, Object> worked(Part part, Stage stage, Map<String, Object> values, Staff by, Post as) {
        note(part, stage, "campaign.worked", text(values, "remark"), by, as);
        return Map.of();
    }

    private Map<String, Object> submitted(Part part, Stage stage, Map<String, Object> values, Staff by, Post as) {
        String reason = text(values, "reason");
        List<Reason> against = new ArrayList<>();
        if (part.openLower() > 0) {
            List<String> open = gate.below(part.id());
            against.add(new Reason(null, "campaign.refused.lowerOpen", List.of(open.size(), gate.names(open))));
        }
        for (Line line : checklist.missing(part.id())) {
            against.add(shortfall(line));
        }
        if (!against.isEmpty() && !stage.reasonAllowed()) {
            throw new Refused(against);
        }
        if (!against.isEmpty() && reason == null) {
            against.add(new Reason("reason", "campaign.refused.reasonOrMore", List.of()));
            throw new Refused(against);
        }
        checklist.submit(part.id());
        jdbc.sql("update unit_stage set submitted_at = ?, reason = ? where id = ?")
                .params(OffsetDateTime.now(clock), reason, part.id())
                .update();
        String said = text(values, "evaluation");
        note(part, stage, "campaign.submitted", reason == null ? said : said + "\n" + reason, by, as);
        return Map.of();
    }

    private static Reason shortfall(Line line) {
        if (line.form().equals("count") && line.minimum() != null) {
            Object have = line.value() == null ? "—" : line.value();
            return new Reason(null, "campaign.refused.minimum", List.of(line.name(), line.minimum(), have));
        }
        return new Reason(null, "campaign.refused.blank", List.of(line.name()));
    }

    private Map<String, Object> reviewed(Part part, Stage stage, Map<String, Object> values, Staff by, Post as) {
        Map<Long, String> returned = returned(values);
        String remark = text(values, "remark");
        if (returned.isEmpty() && "accept".equals(values.get("decision"))) {
            note(part, stage, "campaign.accepted", remark, by, as);
            return Map.of("outcome", "accepted");
        }
        if (returned.isEmpty()) {
            throw new Refused("campaign.refused.chooseItems");
        }
        checklist.giveBack(part.id(), returned);
        jdbc.sql("update unit_stage set submitted_at = null where id = ?")
                .param(part.id())
                .update();
        note(part, stage, "campaign.returned", String.join("\n", returned.values()), by, as);
        return Map.of("outcome", "returned");
    }

    /** Items that were submitted and may be returned. */
    Map<String, String> returnable(long us) {
        return checklist.lines(us).stream()
                .filter(line -> !line.open())
                .collect(Collectors.toMap(
                        line -> String.valueOf(line.item()), Line::name, (one, two) -> one, LinkedHashMap::new));
    }

    private static Map<Long, String> returned(Map<String, Object> values) {
        Map<Long, String> items = new LinkedHashMap<>();
        CasePage.returned(values).forEach((item, remark) -> items.put(Long.valueOf(item), remark));
        return items;
    }

    static @Nullable String text(Map<String, Object> values, String key) {
        return values.get(key) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    private void note(Part part, Stage stage, String act, @Nullable String remark, Staff by, Post as) {
        files.record(
                part.campaign(),
                act,
                by.id(),
                as,
                remark,
                Map.of("unit", gate.names(List.of(part.unit())), "stage", stage.name()));
    }
}
