package org.qipan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.qipan.campaign.BegunCampaigns;
import org.qipan.campaign.BegunCampaigns.Begun;
import org.qipan.campaign.IssuedPlans;
import org.qipan.casefile.CaseFile;
import org.qipan.casefile.CaseFiles;
import org.qipan.directory.Directory;
import org.qipan.directory.Unit;
import org.springframework.stereotype.Component;

/** Campaigns as reports see them: what module {@code campaign} tells of those that have begun, and their issued plans. */
@Component
class CampaignLedger implements CampaignFacts {

    private final BegunCampaigns begun;
    private final IssuedPlans plans;
    private final CaseFiles files;
    private final Directory directory;
    private final ReportTexts texts;

    CampaignLedger(BegunCampaigns begun, IssuedPlans plans, CaseFiles files, Directory directory, ReportTexts texts) {
        this.begun = begun;
        this.plans = plans;
        this.files = files;
        this.directory = directory;
        this.texts = texts;
    }

    @Override
    public Optional<Facts> find(UUID campaign) {
        return begun.find(campaign).map(this::facts);
    }

    @Override
    public List<Facts> in(String unit) {
        return begun.of(unit, near(unit)).stream().map(this::facts).toList();
    }

    @Override
    public List<Facts> issued() {
        return plans.all().stream().flatMap(plan -> find(plan.id()).stream()).toList();
    }

    @Override
    public Optional<Facts> issued(UUID campaign) {
        return plans.find(campaign).flatMap(plan -> find(plan.id()));
    }

    /** The unit and those directly below it: a city looks at what its towns take part in. */
    private List<String> near(String unit) {
        List<String> near =
                new ArrayList<>(directory.lower(unit).stream().map(Unit::code).toList());
        near.add(unit);
        return near;
    }

    private Facts facts(Begun one) {
        return new Facts(
                one.id(),
                one.name(),
                files.find(one.id()).map(CaseFile::number).orElse(null),
                one.unit(),
                one.units(),
                one.from(),
                one.to(),
                one.stages().stream()
                        .map(stage -> new Stage(stage.name(), stage.opens(), stage.closes()))
                        .toList(),
                one.cases());
    }

    @Override
    public List<Section> plan(UUID campaign) {
        return plans.parts(campaign).stream()
                .map(part -> new Section(
                        texts.text("plan.section." + part.key()),
                        part.lines().stream()
                                .map(line -> line.label().isEmpty()
                                        ? line.text()
                                        : texts.text("report.line", line.label(), line.text()))
                                .collect(Collectors.joining("\n"))))
                .toList();
    }
}
