package org.qipan.report;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.TimeOrderedId;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.qipan.worklist.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Packages go up from unit to unit: submitted, receipted, returned item by item, accepted. */
@Service
public class Packages {

    private final PackageTable table;
    private final Summary summary;
    private final Submissions submissions;
    private final KnownCampaigns campaigns;
    private final PaperSeries series;
    private final Directory directory;
    private final FreeTexts texts;
    private final PackageNotes notes;
    private final Clock clock;

    Packages(
            PackageTable table,
            Summary summary,
            Submissions submissions,
            KnownCampaigns campaigns,
            PaperSeries series,
            Directory directory,
            FreeTexts texts,
            PackageNotes notes,
            Clock clock) {
        this.table = table;
        this.summary = summary;
        this.submissions = submissions;
        this.campaigns = campaigns;
        this.series = series;
        this.directory = directory;
        this.texts = texts;
        this.notes = notes;
        this.clock = clock;
    }

    /** Begins the package of a unit, or finds the one it has. */
    @Transactional
    public UUID begin(UUID campaign, String unit, Staff by) {
        member(unit, by);
        CampaignFacts.Facts facts = campaigns.find(campaign).orElseThrow(() -> new Refused("report.refused.campaign"));
        Optional<ReportPackage> there = table.find(campaign, unit);
        if (there.isPresent()) {
            return there.get().id;
        }
        UUID id = TimeOrderedId.next(clock);
        return table.add(ReportPackage.draft(id, campaign, unit, summary.draft(facts, unit)), by.id(), clock.instant());
    }

    /** State of the packages of a campaign by unit: {@code DRAFT}, {@code SUBMITTED}, {@code RECEIVED}, {@code RETURNED}, {@code ACCEPTED}. */
    public Map<String, String> states(UUID campaign, String within) {
        Map<String, String> states = new LinkedHashMap<>();
        table.within(within, campaign)
                .forEach(one -> states.put(one.unit, one.state().name()));
        return states;
    }

    /** @throws Refused if the person neither belongs to the unit nor to one above it */
    ReportPackage read(UUID id, Staff by) {
        return table.find(id)
                .filter(found -> by.posts().stream().anyMatch(post -> directory.covers(post.unit(), found.unit)))
                .orElseThrow(() -> new Refused("report.refused.gone"));
    }

    List<ReportPackage> within(String unit, @Nullable UUID campaign) {
        return table.within(unit, campaign);
    }

    @Transactional
    void write(
            UUID id,
            String item,
            @Nullable String title,
            String content,
            boolean consent,
            boolean confirmed,
            Staff by) {
        ReportPackage found = own(id, by);
        texts.checkName(item, title);
        texts.check(item, content);
        found.write(item, title, content.strip(), consent, confirmed, by.id());
        table.save(found, by.id(), clock.instant());
    }

    @Transactional
    void secondRead(UUID id, String item, Staff by) {
        ReportPackage found = read(id, by);
        found.secondRead(item, by.id());
        table.save(found, by.id(), clock.instant());
    }

    @Transactional
    void submit(UUID id, Staff by) {
        ReportPackage found = byPage(own(id, by));
        submissions.submit(found, by);
        notes.add(found, "report.submitted", by, null);
    }

    @Transactional
    String receive(UUID id, Staff by) {
        ReportPackage found = byPage(lower(id, by));
        String known = found.receipt();
        found.receive(known == null ? series.next(upper(found.unit), "receipt") : known, clock.instant());
        table.save(found, by.id(), clock.instant());
        notes.add(found, "report.received", by, null);
        return String.valueOf(found.receipt());
    }

    /** @param remarks why, by item */
    @Transactional
    void giveBack(UUID id, Map<String, String> remarks, Staff by) {
        ReportPackage found = byPage(lower(id, by));
        remarks.forEach(texts::check);
        found.giveBack(remarks);
        table.save(found, by.id(), clock.instant());
        notes.add(found, "report.returned", by, String.join("\n", remarks.values()));
    }

    @Transactional
    void accept(UUID id, Staff by) {
        ReportPackage found = byPage(lower(id, by));
        found.accept(clock.instant());
        table.save(found, by.id(), clock.instant());
        notes.add(found, "report.accepted", by, null);
    }

    /** Whether it is the owner's: then the tasks of the campaign submit, return and accept it, and pages do not. */
    boolean byTask(ReportPackage found) {
        return campaigns
                .find(found.campaign)
                .filter(facts -> facts.unit().equals(found.unit))
                .isPresent();
    }

    private ReportPackage byPage(ReportPackage found) {
        if (byTask(found)) {
            throw new Refused("report.refused.task");
        }
        return found;
    }

    boolean owns(ReportPackage found, Staff by) {
        return by.posts().stream().anyMatch(post -> post.unit().equals(found.unit) && works(post));
    }

    boolean reviews(ReportPackage found, Staff by) {
        return by.posts().stream()
                .anyMatch(post -> post.unit().equals(upper(found.unit))
                        && post.role().endsWith("-officer")
                        && !post.role().equals("complaint-officer"));
    }

    private ReportPackage own(UUID id, Staff by) {
        ReportPackage found = read(id, by);
        if (!owns(found, by)) {
            throw new Refused("report.refused.notyours");
        }
        return found;
    }

    private ReportPackage lower(UUID id, Staff by) {
        ReportPackage found = read(id, by);
        if (!reviews(found, by)) {
            throw new Refused("report.refused.notyours");
        }
        return found;
    }

    private void member(String unit, Staff by) {
        if (by.posts().stream().noneMatch(post -> post.unit().equals(unit) && works(post))) {
            throw new Refused("report.refused.notyours");
        }
    }

    private static boolean works(Post post) {
        return post.role().startsWith("village-")
                || post.role().endsWith("-officer") && !post.role().equals("complaint-officer");
    }

    private String upper(String unit) {
        return directory.upper(unit).map(Unit::code).orElse("");
    }
}
