package org.qipan.report;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qipan.campaign.Reporting;
import org.qipan.casefile.TimeOrderedId;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.CasePage.Panel;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Refused.Reason;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The package and the circular of a campaign's owner, moved by the last three tasks of its process. */
@Service
@Transactional
class CampaignEnd implements Reporting {

    private final PackageTable table;
    private final Submissions submissions;
    private final Summary drafts;
    private final CircularTable papers;
    private final Circulars circulars;
    private final Addressees addressees;
    private final KnownCampaigns campaigns;
    private final PaperSeries series;
    private final FreeTexts free;
    private final ReportTexts texts;
    private final Clock clock;

    CampaignEnd(
            PackageTable table,
            Submissions submissions,
            Summary drafts,
            CircularTable papers,
            Circulars circulars,
            Addressees addressees,
            KnownCampaigns campaigns,
            PaperSeries series,
            FreeTexts free,
            ReportTexts texts,
            Clock clock) {
        this.table = table;
        this.submissions = submissions;
        this.drafts = drafts;
        this.papers = papers;
        this.circulars = circulars;
        this.addressees = addressees;
        this.campaigns = campaigns;
        this.series = series;
        this.free = free;
        this.texts = texts;
        this.clock = clock;
    }

    /** What fragments {@code report/_task} print. @param pack null until somebody begins it */
    record View(
            UUID campaign,
            String unit,
            @Nullable ReportPackage pack,
            @Nullable UUID circular,
            int addressees) {
        public @Nullable UUID packageId() {
            return pack == null ? null : pack.id;
        }

        public List<PackageItem> items() {
            return pack == null ? List.of() : List.copyOf(pack.items.values());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Text summary(UUID campaign, String unit) {
        return table.find(campaign, unit)
                .map(found -> found.item(ReportPackage.SUMMARY))
                .map(item -> new Text(item.empty() ? "" : String.valueOf(item.content()), item.confirmed()))
                .orElseGet(() -> new Text(drafts.draft(facts(campaign), unit), false));
    }

    @Override
    public Panel gathered(UUID campaign, String unit) {
        return panel("report/_task :: gathered", campaign, unit);
    }

    @Override
    public int submit(UUID campaign, String unit, Text summary, Staff by) {
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
            throw new Refused(List.of(new Reason(ReportPackage.SUMMARY, "report.refused.locked", List.of())));
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

    @Override
    public Panel examined(UUID campaign, String unit) {
        return panel("report/_task :: examined", campaign, unit);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> returnable(UUID campaign, String unit) {
        Map<String, String> items = new LinkedHashMap<>();
        table.find(campaign, unit)
                .ifPresent(found ->
                        found.items.keySet().forEach(key -> items.put(key, texts.text("report.item." + key))));
        return items;
    }

    @Override
    public void giveBack(UUID campaign, String unit, Map<String, String> remarks, Staff by, Post as) {
        remarks.forEach(free::check);
        ReportPackage found = received(campaign, unit, as);
        found.giveBack(remarks);
        table.save(found, by.id(), clock.instant());
    }

    @Override
    public String accept(UUID campaign, String unit, Staff by, Post as) {
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

    @Override
    public void compose(UUID campaign, String unit, Staff by) {
        circulars.draft(facts(campaign), unit, by);
    }

    @Override
    @Transactional(readOnly = true)
    public Paper circular(UUID campaign, String unit) {
        return papers.newest(campaign, unit)
                .map(found -> new Paper(found.title(), found.content()))
                .orElse(new Paper("", ""));
    }

    @Override
    public Panel addressees(UUID campaign, String unit) {
        return panel("report/_task :: addressees", campaign, unit);
    }

    /** What the leader read is what he signs: a text somebody else changed meanwhile is not. */
    @Override
    public String sign(UUID campaign, String unit, Paper paper, Staff by, Post as) {
        Optional<Circular> newest = papers.newest(campaign, unit);
        String title = paper.title().strip();
        String content = lines(paper.content());
        Optional<String> signed = newest.filter(found ->
                        found.title().equals(title) && lines(found.content()).equals(content))
                .map(Circular::number);
        if (signed.isPresent()) {
            return signed.get();
        }
        Circular open = newest.filter(found -> !found.signed())
                .orElseGet(() ->
                        papers.find(circulars.draft(facts(campaign), unit, by)).orElseThrow());
        Circular written = circulars.write(open, open.version(), title, content);
        return circulars.sign(written, written.version(), as.role(), by);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Link> papers(UUID campaign, Staff reader) {
        Stream<Link> packages = reader.posts().stream()
                .map(Post::unit)
                .distinct()
                .flatMap(unit -> table.find(campaign, unit).stream())
                .map(found -> new Link(texts.text("report.package.title"), "/reports/packages/" + found.id));
        Stream<Link> circular = circulars.list(reader).stream()
                .filter(found -> found.campaign().equals(campaign))
                .map(found -> new Link(found.title(), "/circulars/" + found.id()));
        return Stream.concat(packages, circular).toList();
    }

    private Panel panel(String fragment, UUID campaign, String unit) {
        ReportPackage found = table.find(campaign, unit).orElse(null);
        UUID circular = papers.newest(campaign, unit).map(Circular::id).orElse(null);
        int many = addressees.of(campaign, unit).size();
        return new Panel(fragment, Map.of("ending", new View(campaign, unit, found, circular, many)));
    }

    private CampaignFacts.Facts facts(UUID campaign) {
        return campaigns.find(campaign).orElseThrow(() -> new Refused("report.refused.campaign"));
    }

    /** A browser sends other line ends than it was given. */
    private static String lines(@Nullable String text) {
        return text == null ? "" : text.replace("\r\n", "\n").strip();
    }
}
