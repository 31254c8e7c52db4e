package org.qipan.report;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.qipan.campaign.IssuedPlans;
import org.qipan.casefile.CaseFile;
import org.qipan.casefile.CaseFiles;
import org.qipan.directory.Directory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Campaigns as reports see them: a read-only look at what {@code campaign} keeps, and its issued plans. */
@Component
class CampaignLedger implements CampaignFacts {

    private static final String BEGUN = "state not in ('DRAFT', 'APPROVAL')";

    private final JdbcClient jdbc;
    private final IssuedPlans plans;
    private final CaseFiles files;
    private final Directory directory;
    private final ReportTexts texts;

    CampaignLedger(JdbcClient jdbc, IssuedPlans plans, CaseFiles files, Directory directory, ReportTexts texts) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.files = files;
        this.directory = directory;
        this.texts = texts;
    }

    @Override
    public Optional<Facts> find(UUID campaign) {
        return jdbc.sql(
                        "select id, name, unit, starts, ends, created_at::date as made from campaign where id = :id and "
                                + BEGUN)
                .param("id", campaign)
                .query(Row.class)
                .optional()
                .map(this::facts);
    }

    @Override
    public List<Facts> in(String unit) {
        return jdbc
                .sql("select id, name, unit, starts, ends, created_at::date as made from campaign c where " + BEGUN
                        + " and (unit = :unit or exists (select from campaign_unit u where u.campaign = c.id and u.unit = any(:units)))"
                        + " order by created_at desc, id limit 50")
                .param("unit", unit)
                .param("units", near(unit))
                .query(Row.class)
                .stream()
                .map(this::facts)
                .toList();
    }

    @Override
    public List<Facts> issued() {
        return plans.all().stream().flatMap(plan -> find(plan.id()).stream()).toList();
    }

    /** The unit and those directly below it: a city looks at what its towns take part in. */
    private String[] near(String unit) {
        List<String> near = new java.util.ArrayList<>(
                directory.lower(unit).stream().map(lower -> lower.code()).toList());
        near.add(unit);
        return near.toArray(String[]::new);
    }

    private Facts facts(Row row) {
        List<String> units = jdbc.sql(
                        "select unit from campaign_unit where campaign = :id and withdrawn_at is null order by unit")
                .param("id", row.id())
                .query(String.class)
                .list();
        List<Stage> stages = jdbc.sql("select name, opens, closes from campaign_stage where campaign = :id order by no")
                .param("id", row.id())
                .query((line, n) ->
                        new Stage(line.getString("name"), day(line.getDate("opens")), day(line.getDate("closes"))))
                .list();
        LocalDate from = row.starts() == null ? row.made() : row.starts();
        return new Facts(
                row.id(),
                row.name(),
                files.find(row.id()).map(CaseFile::number).orElse(null),
                row.unit(),
                units,
                from,
                row.ends() == null ? from : row.ends(),
                stages,
                plan(row.id()));
    }

    private List<Section> plan(UUID campaign) {
        return plans.parts(campaign).stream()
                .map(part -> new Section(
                        texts.text("campaign.section." + part.key()),
                        part.lines().stream()
                                .map(line -> line.label().isEmpty()
                                        ? line.text()
                                        : texts.text("report.open.line", line.label(), line.text()))
                                .collect(Collectors.joining("\n"))))
                .toList();
    }

    private static LocalDate day(Date date) {
        return date.toLocalDate();
    }

    /** @param made day it was begun, for campaigns without dates */
    record Row(
            UUID id,
            String name,
            String unit,
            @org.jspecify.annotations.Nullable LocalDate starts,
            @org.jspecify.annotations.Nullable LocalDate ends,
            LocalDate made) {}
}
