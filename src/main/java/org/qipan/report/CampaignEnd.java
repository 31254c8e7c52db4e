package org.qipan.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qipan.campaign.Reporting;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.CasePage.Panel;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The package and the circular of a campaign's owner, moved by the last three tasks of its process. */
@Service
@Transactional
class CampaignEnd implements Reporting {

    private final OwnerPackage packages;
    private final PackageTable table;
    private final CircularTable papers;
    private final Circulars circulars;
    private final Addressees addressees;
    private final ReportTexts texts;

    CampaignEnd(
            OwnerPackage packages,
            PackageTable table,
            CircularTable papers,
            Circulars circulars,
            Addressees addressees,
            ReportTexts texts) {
        this.packages = packages;
        this.table = table;
        this.papers = papers;
        this.circulars = circulars;
        this.addressees = addressees;
        this.texts = texts;
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
    public Text summary(UUID campaign, String unit) {
        return packages.summary(campaign, unit);
    }

    @Override
    public int submit(UUID campaign, String unit, Text summary, Staff by) {
        return packages.submit(campaign, unit, summary, by);
    }

    @Override
    public Map<String, String> returnable(UUID campaign, String unit) {
        return packages.returnable(campaign, unit);
    }

    @Override
    public void giveBack(UUID campaign, String unit, Map<String, String> remarks, Staff by, Post as) {
        packages.giveBack(campaign, unit, remarks, by, as);
    }

    @Override
    public String accept(UUID campaign, String unit, Staff by, Post as) {
        return packages.accept(campaign, unit, by, as);
    }

    @Override
    public Panel gathered(UUID campaign, String unit) {
        return panel("report/_task :: gathered", campaign, unit);
    }

    @Override
    public Panel examined(UUID campaign, String unit) {
        return panel("report/_task :: examined", campaign, unit);
    }

    @Override
    public void compose(UUID campaign, String unit, Staff by) {
        circulars.draft(packages.facts(campaign), unit, by);
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
        String content = OwnerPackage.lines(paper.content());
        Optional<String> signed = newest.filter(found -> found.title().equals(title)
                        && OwnerPackage.lines(found.content()).equals(content))
                .map(Circular::number);
        if (signed.isPresent()) {
            return signed.get();
        }
        Circular open = newest.filter(found -> !found.signed())
                .orElseGet(() -> papers.find(circulars.draft(packages.facts(campaign), unit, by))
                        .orElseThrow());
        Circular written = circulars.write(open, open.version(), title, content);
        return circulars.sign(written, written.version(), as.role(), by);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Link> papers(UUID campaign, Staff reader) {
        Stream<Link> own = reader.posts().stream()
                .map(Post::unit)
                .distinct()
                .flatMap(unit -> table.find(campaign, unit).stream())
                .map(found -> new Link(texts.text("report.package.title"), "/reports/packages/" + found.id));
        Stream<Link> circular = circulars.list(reader).stream()
                .filter(found -> found.campaign().equals(campaign))
                .map(found -> new Link(found.title(), "/circulars/" + found.id()));
        return Stream.concat(own, circular).toList();
    }

    private Panel panel(String fragment, UUID campaign, String unit) {
        ReportPackage found = table.find(campaign, unit).orElse(null);
        UUID circular = papers.newest(campaign, unit).map(Circular::id).orElse(null);
        int many = addressees.of(campaign, unit).size();
        return new Panel(fragment, Map.of("ending", new View(campaign, unit, found, circular, many)));
    }
}
