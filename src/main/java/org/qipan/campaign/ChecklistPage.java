package org.qipan.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.campaign.Checklist.Line;
import org.qipan.plan.Measures;
import org.qipan.worklist.CasePage.Fact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What fragment {@code campaign/_checklist :: panel} prints. */
@Component
class ChecklistPage {

    private final Checklist checklist;
    private final StageGate gate;
    private final Measures measures;
    private final JdbcClient jdbc;

    ChecklistPage(Checklist checklist, StageGate gate, Measures measures, JdbcClient jdbc) {
        this.checklist = checklist;
        this.gate = gate;
        this.measures = measures;
        this.jdbc = jdbc;
    }

    /**
     * A row.
     *
     * @param word message key of its state
     * @param asked least number as printed, null if none is asked
     * @param edits whether this reader may change it now
     * @param visit whether it brings staff to people's doors, so that it can be stopped on the spot
     * @param records address of the records behind a counted value, null if it is stated
     */
    record Row(
            long item,
            String name,
            String form,
            String word,
            boolean met,
            @Nullable String asked,
            String value,
            String note,
            @Nullable String unitOfMeasure,
            @Nullable String comment,
            boolean edits,
            boolean stopped,
            boolean visit,
            @Nullable String records) {}

    /** @param closed name of the stage if it is closed @param conduct whether the work brings staff to people's doors, so that the conduct card is shown */
    record View(
            UUID campaign, long us, String back, @Nullable String closed, boolean conduct, int done, List<Row> rows) {}

    private record Below(int round, int openLower, @Nullable String reason) {}

    View view(UUID campaign, long us, boolean mayEdit, String back) {
        List<Line> lines = checklist.lines(us);
        String closed = jdbc.sql("""
                        select s.name from unit_stage us join campaign_stage s on s.id = us.stage
                        where us.id = ? and s.state = 'CLOSED'""").param(us).query(String.class).optional().orElse(null);
        List<Row> rows =
                lines.stream().map(line -> row(line, mayEdit && closed == null)).toList();
        return new View(
                campaign,
                us,
                back,
                closed,
                rows.stream().anyMatch(Row::visit),
                (int) lines.stream().filter(Line::met).count(),
                rows);
    }

    private Row row(Line line, boolean mayEdit) {
        boolean edits = mayEdit && line.open();
        return new Row(
                line.item(),
                line.name(),
                line.form(),
                "campaign.checklist.state." + (line.stopped() ? "stopped" : line.state()),
                line.met(),
                line.minimum() == null ? null : line.minimum().toPlainString(),
                line.value() == null ? "" : line.value().stripTrailingZeros().toPlainString(),
                line.note() == null ? "" : line.note(),
                line.unitOfMeasure(),
                line.comment(),
                edits,
                line.stopped(),
                line.measure() != null && measures.atTheDoor(line.measure()),
                line.counted() ? "/work-records" : null);
    }

    /** Round, and who is missing below. */
    List<Fact> summary(long us) {
        Below part = jdbc.sql("select round, open_lower, reason from unit_stage where id = ?")
                .param(us)
                .query(Below.class)
                .single();
        List<Fact> facts = new ArrayList<>();
        if (part.round() > 1) {
            facts.add(new Fact("campaign.work.round", String.valueOf(part.round()), null));
        }
        if (part.openLower() > 0) {
            facts.add(new Fact("campaign.work.waitsFor", gate.names(gate.below(us)), null));
        }
        if (part.reason() != null) {
            facts.add(new Fact("campaign.work.reason", part.reason(), null));
        }
        return facts;
    }
}
