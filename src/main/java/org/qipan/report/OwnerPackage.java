package org.qipan.report;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.campaign.Reporting.Text;
import org.qipan.casefile.TimeOrderedId;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Refused.Reason;
import org.springframework.stereotype.Component;

/** The package of the unit that owns a campaign; the post of the task has been checked. */
@Component
class OwnerPackage {

    private final PackageTable table;
    private final Submissions submissions;
    private final Summary drafts;
    private final KnownCampaigns campaigns;
    private final PaperSeries series;
    private final FreeTexts free;
    private final ReportTexts texts;
    private final Clock clock;

    OwnerPackage(
            PackageTable table,
            Submissions submissions,
            Summary drafts,
            KnownCampaigns campaigns,
            PaperSeries series,
            FreeTexts free,
            ReportTexts texts,
            Clock clock) {
        this.table = table;
        this.submissions = submissions;
        this.drafts = drafts;
        this.campaigns = campaigns;
        this.series = series;
        this.free = free;
        this.texts = texts;
        this.clock = clock;
    }

    Text summary(UUID campaign, String unit) {
        return table.find(campaign, unit)
                .map(found -> found.item(ReportPackage.SUMMARY))
                .map(item -> new Text(item.empty() ? "" : String.valueOf(item.content()), item.confirmed()))
                .orElseGet(() -> new Text(drafts.draft(facts(campaign), unit), false));
    }

    int submit(UUID campaign, String unit, Text summary, Staff by) {
        ReportPackage found = table.find(campaign, unit).orElseGet(() -> {
            var fresh = ReportPackage.draft(TimeOrderedId.next(clock), campaign, unit, "");
            table.add(fresh, by.id(), clock.instant());
            return fresh;
        });
        String text = lines(summary.text());
        PackageItem item = found.item(ReportPackage.SUMMARY);
        if (item.editable()) {
            free.check(ReportPackage.SUMMARY, text);
            found.write(ReportPackage.SUMMARY, null, text, false, summary.confirmed(), by.id());
        } else if (!text.equals(lines(item.content()))) {
            throw Refused.at(ReportPackage.SUMMARY, "report.refused.locked");
        }
        try {
            submissions.submit(found, by);
        } catch (Refused refused) {
            throw new Refused(refused.reasons().stream().map(this::onTheTask).toList());
        }
        return found.round();
    }

    /** The form of the task knows the summary only; what is missing elsewhere is said by name. */
    private Reason onTheTask(Reason reason) {
        String item = reason.field();
        return item == null || item.equals(ReportPackage.SUMMARY)
                ? reason
                : new Reason(
                        null,
                        "report.refused.of",
                        List.of(
                                texts.text("report.item." + item),
                                texts.text(reason.key(), reason.arguments().toArray())));
    }

    Map<String, String> returnable(UUID campaign, String unit) {
        Map<String, String> items = new LinkedHashMap<>();
        table.find(campaign, unit)
                .ifPresent(found ->
                        found.items.keySet().forEach(key -> items.put(key, texts.text("report.item." + key))));
        return items;
    }

    void giveBack(UUID campaign, String unit, Map<String, String> remarks, Staff by, Post as) {
        remarks.forEach(free::check);
        ReportPackage found = received(campaign, unit, as);
        found.giveBack(remarks);
        table.save(found, by.id(), clock.instant());
    }

    String accept(UUID campaign, String unit, Staff by, Post as) {
        ReportPackage found = received(campaign, unit, as);
        found.accept(clock.instant());
        table.save(found, by.id(), clock.instant());
        return String.valueOf(found.receipt());
    }

    /** Examining is signing for it: the receipt is that of the unit that examines. */
    private ReportPackage received(UUID campaign, String unit, Post as) {
        ReportPackage found = table.find(campaign, unit).orElseThrow(() -> new Refused("report.refused.gone"));
        if (found.state() == PackageState.SUBMITTED) {
            String known = found.receipt();
            found.receive(known == null ? series.next(as.unit(), "receipt") : known, clock.instant());
        }
        return found;
    }

    CampaignFacts.Facts facts(UUID campaign) {
        return campaigns.find(campaign).orElseThrow(() -> new Refused("report.refused.campaign"));
    }

    /** A browser sends other line ends than it was given. */
    static String lines(@Nullable String text) {
        return text == null ? "" : text.replace("\r\n", "\n").strip();
    }
}
