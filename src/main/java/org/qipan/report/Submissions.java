package org.qipan.report;

import java.time.Clock;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.directory.UnitKind;
import org.qipan.figure.FigureScope;
import org.qipan.figure.StatisticalForms;
import org.springframework.stereotype.Component;

/** Submits a package: freezes the forms that go up anew, and keeps it word for word. */
@Component
class Submissions {

    private final PackageTable table;
    private final Reports reports;
    private final StatisticalForms forms;
    private final KnownCampaigns campaigns;
    private final Directory directory;
    private final Clock clock;

    Submissions(
            PackageTable table,
            Reports reports,
            StatisticalForms forms,
            KnownCampaigns campaigns,
            Directory directory,
            Clock clock) {
        this.table = table;
        this.reports = reports;
        this.forms = forms;
        this.campaigns = campaigns;
        this.directory = directory;
        this.clock = clock;
    }

    void submit(ReportPackage found, Staff by) {
        var scope = new FigureScope(found.unit, found.campaign, null, null);
        for (String form : found.formsToKeep()) {
            found.keep(
                    form,
                    reports.keep(forms.named(form.substring(form.length() - 1)), scope, by.id())
                            .id());
        }
        found.submit(caseNeeded(found), clock.instant());
        table.save(found, by.id(), clock.instant());
        table.keep(found, by.id(), clock.instant());
    }

    /** Villages tell of cases in their checklists; the levels above enclose them where the plan asks for any. */
    private boolean caseNeeded(ReportPackage found) {
        return directory.unit(found.unit).kind() != UnitKind.VILLAGE
                && campaigns
                        .find(found.campaign)
                        .map(CampaignFacts.Facts::cases)
                        .orElse(true);
    }
}
