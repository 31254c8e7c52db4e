package org.qipan.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.TimeOrderedId;
import org.qipan.casefile.Vocabulary;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Circulars: composed from the figures, edited, signed by the leader, read by units. */
@Service
public class Circulars {

    private final JdbcClient jdbc;
    private final CircularTable table;
    private final CircularDraft draft;
    private final Addressees addressees;
    private final KnownCampaigns campaigns;
    private final PaperSeries series;
    private final Directory directory;
    private final Vocabulary vocabulary;
    private final CaseFiles files;
    private final ReportTexts texts;
    private final Clock clock;

    Circulars(
            JdbcClient jdbc,
            CircularTable table,
            CircularDraft draft,
            Addressees addressees,
            KnownCampaigns campaigns,
            PaperSeries series,
            Directory directory,
            Vocabulary vocabulary,
            CaseFiles files,
            ReportTexts texts,
            Clock clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.draft = draft;
        this.addressees = addressees;
        this.campaigns = campaigns;
        this.series = series;
        this.directory = directory;
        this.vocabulary = vocabulary;
        this.files = files;
        this.texts = texts;
        this.clock = clock;
    }

    /** Drafts a circular: what was done, who finished, who is asked for what. */
    @Transactional
    public UUID compose(UUID campaign, String unit, Staff by) {
        writer(unit, by);
        CampaignFacts.Facts facts = campaigns.find(campaign).orElseThrow(() -> new Refused("report.refused.campaign"));
        return draft(facts, unit, by);
    }

    UUID draft(CampaignFacts.Facts facts, String unit, Staff by) {
        UUID id = TimeOrderedId.next(clock);
        table.add(
                id,
                facts.id(),
                unit,
                texts.text("report.circular.of", facts.name()),
                draft.of(facts, unit),
                by.id(),
                clock.instant());
        return id;
    }

    @Transactional
    void edit(UUID id, int version, String title, String content, Staff by) {
        Circular found = find(id, by).orElseThrow(() -> new Refused("report.refused.gone"));
        writer(found.unit(), by);
        write(found, version, title, content);
    }

    /** @return the circular with the new text */
    Circular write(Circular found, int version, String title, String content) {
        vocabulary.check(title).ifPresent(finding -> {
            throw Refused.at("title", finding.reason(), finding.word());
        });
        vocabulary.hint(content).ifPresent(finding -> {
            throw Refused.at("content", "vocabulary.hint", finding.word());
        });
        if (title.isBlank() || title.length() > 100 || content.isBlank() || content.length() > 20_000) {
            throw new Refused("report.refused.circular");
        }
        table.write(found.id(), version, title.strip(), content.strip());
        return table.find(found.id()).orElseThrow();
    }

    /** The leader of the unit signs; number and receipts of the lower units come with it. */
    @Transactional
    void sign(UUID id, int version, Staff by) {
        Circular found = find(id, by).orElseThrow(() -> new Refused("report.refused.gone"));
        Post leader = by.posts().stream()
                .filter(post -> post.unit().equals(found.unit()) && post.role().endsWith("-leader"))
                .findFirst()
                .orElseThrow(() -> new Refused("report.refused.leader"));
        String number = sign(found, version, leader.role(), by);
        files.record(found.campaign(), "report.circularSigned", by.id(), leader, null, Map.of("number", number));
    }

    String sign(Circular found, int version, String role, Staff by) {
        String number = series.next(found.unit(), "circular");
        table.sign(found.id(), version, number, role, by, clock.instant());
        List<String> units = addressees.of(found.campaign(), found.unit());
        table.send(found.id(), units);
        addressees.send(found, units, by.id());
        return number;
    }

    /** Marks it read by the units of this reader: a unit reads, not a person. */
    @Transactional
    void read(UUID id, Staff by) {
        read(id, List.of(units(by)), by.id());
    }

    void read(UUID id, List<String> units, UUID by) {
        jdbc.sql(
                        "update circular_receipt set read_at = :now where circular = :id and unit = any(:units) and read_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .param("units", units.toArray(String[]::new))
                .update();
        addressees.read(id, units, by);
    }

    /** A circular of one's own unit or of one below, or a signed one that was sent to one's unit. */
    Optional<Circular> find(UUID id, Staff by) {
        return table.find(id)
                .filter(found -> by.posts().stream().anyMatch(post -> directory.covers(post.unit(), found.unit()))
                        || found.signed() && sentTo(id, by));
    }

    List<Circular> list(Staff by) {
        return jdbc.sql("""
                        select c.* from circular c where c.unit = any(:units) or c.state = 'SIGNED' and exists
                            (select 1 from circular_receipt r where r.circular = c.id and r.unit = any(:units))
                        order by c.made_at desc limit 100
                        """).param("units", units(by)).query(Circular::read).list();
    }

    List<Receipt> receipts(UUID id) {
        return jdbc.sql("select unit, read_at from circular_receipt where circular = :id order by unit")
                .param("id", id)
                .query((row, n) ->
                        new Receipt(directory.name(row.getString("unit")), row.getTimestamp("read_at") != null))
                .list();
    }

    private boolean sentTo(UUID id, Staff by) {
        return jdbc.sql("select exists (select 1 from circular_receipt where circular = :id and unit = any(:units))")
                .param("id", id)
                .param("units", units(by))
                .query(Boolean.class)
                .single();
    }

    private static void writer(String unit, Staff by) {
        if (by.posts().stream()
                .noneMatch(post -> post.unit().equals(unit)
                        && (post.role().endsWith("-officer") || post.role().endsWith("-leader")))) {
            throw new Refused("report.refused.notyours");
        }
    }

    private static String[] units(Staff by) {
        return by.posts().stream().map(Post::unit).toArray(String[]::new);
    }

    /** Whether a unit has read it. */
    record Receipt(String unit, boolean read) {}
}
