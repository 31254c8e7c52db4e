package org.qipan.report;

import static org.mockito.Answers.RETURNS_DEFAULTS;
import static org.mockito.Mockito.mock;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Vocabulary;
import org.qipan.figure.Snapshots;
import org.qipan.figure.StatisticalForms;
import org.qipan.figure.StatisticalFormsFixture;
import org.qipan.service.Desk;
import org.qipan.service.Pages;
import org.qipan.service.Town;
import org.qipan.worklist.Copies;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The module put together over real records, with one campaign of the town. */
final class Office {

    static final UUID CAMPAIGN = TownCampaign.ID;

    final TownCampaign campaign = new TownCampaign();
    final Desk desk = new Desk();
    final Pages pages = new Pages();
    final StatisticalForms forms = StatisticalFormsFixture.over(desk);
    final Snapshots snapshots = StatisticalFormsFixture.snapshots(desk);
    final ReportTexts texts = new ReportTexts(Town.messages());
    final KnownCampaigns campaigns = new KnownCampaigns(
            new StaticListableBeanFactory(java.util.Map.of("facts", campaign)).getBeanProvider(CampaignFacts.class));
    final Reports reports = new Reports(forms, snapshots, campaigns, desk.town, texts);
    final Summary summary = new Summary(forms, desk.town, texts);
    final PaperSeries series = new PaperSeries(desk.jdbc, desk.town, Town.CLOCK, texts);
    final PackageTable table = new PackageTable(desk.jdbc, desk.json);
    final FreeTexts free = new FreeTexts(new Vocabulary());
    final Submissions submissions = new Submissions(table, reports, forms, campaigns, desk.town, Town.CLOCK);
    /** Acts in the timeline. */
    final List<String> acts = new ArrayList<>();
    /** Posts that have something to read. */
    final List<String> copies = new ArrayList<>();

    final CaseFiles files = mock(CaseFiles.class, call -> {
        if (call.getMethod().getName().equals("record")) {
            acts.add(call.getArgument(1));
        }
        return RETURNS_DEFAULTS.answer(call);
    });
    final Copies outgoing = mock(Copies.class, call -> {
        if (call.getMethod().getName().equals("send")) {
            copies.add(call.getArgument(3));
        }
        if (call.getMethod().getName().equals("read")) {
            List<String> units = call.getArgument(1);
            copies.removeIf(post -> units.contains(post.substring(post.indexOf('@') + 1)));
        }
        return RETURNS_DEFAULTS.answer(call);
    });
    final Packages packages = new Packages(
            table,
            summary,
            submissions,
            campaigns,
            series,
            desk.town,
            free,
            new PackageNotes(files, desk.town),
            Town.CLOCK);
    final CircularTable papers = new CircularTable(desk.jdbc);
    final Addressees addressees = new Addressees(campaigns, desk.town, outgoing);
    final Circulars circulars = new Circulars(
            desk.jdbc,
            papers,
            new CircularDraft(packages, summary, desk.town, texts),
            addressees,
            campaigns,
            series,
            desk.town,
            new Vocabulary(),
            files,
            texts,
            Town.CLOCK);
    final CampaignEnd end = new CampaignEnd(
            new OwnerPackage(table, submissions, summary, campaigns, series, free, texts, Town.CLOCK),
            table,
            papers,
            circulars,
            addressees,
            texts);
    final ColumnSets sets = new ColumnSets(desk.jdbc, forms, new Vocabulary(), Town.CLOCK);
    final Reading reading = new Reading(pages, desk.town);
    final Object[] controllers = {
        new ReportController(reports, sets, forms, campaigns, reading, texts),
        new PackageController(packages, campaigns, reading, desk.town, texts),
        new CircularController(circulars, campaigns, reading, desk.town, texts)
    };
}
