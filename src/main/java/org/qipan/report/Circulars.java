package org.qipan.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qipan.casefile.TimeOrderedId;
import org.qipan.casefile.Vocabulary;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.qipan.figure.AreaRange;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Refused.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Circulars: composed from the figures, edited, signed by the leader, read by units. */
@Service
public class Circulars {

    private final JdbcClient jdbc;
    private final CircularDraft draft;
    private final KnownCampaigns campaigns;
    private final PaperSeries series;
    private final Directory directory;
    private final Vocabulary vocabulary;
    private final ReportTexts texts;
    private final Clock clock;

    Circulars(
            JdbcClient jdbc,
            CircularDraft draft,
            KnownCampaigns campaigns,
            PaperSeries series,
            Directory directory,
            Vocabulary vocabulary,
            ReportTexts texts,
            Clock clock) {
        this.jdbc = jdbc;
        this.draft = draft;
        this.campaigns = campaigns;
        this.series = series;
        this.directory = directory;
        this.vocabulary = vocabulary;
        this.texts = texts;
        this.clock = clock;
    }

    /** Drafts a circular: what was done, who finished, who is asked for what. */
    @Transactional
    public UUID compose(UUID campaign, String unit, Staff by) {
        writer(unit, by);
        CampaignFacts.Facts facts = campaigns.find(campaign).orElseThrow(() -> new Refused("report.refused.campaign"));
        UUID id = TimeOrderedId.next(clock);
        jdbc.sql("""
                        insert into circular (id, campaign, unit, area, title, content, state, made_by, made_at)
                        values (:id, :campaign, :unit, :area, :title, :content, 'DRAFT', :by, :now)
                        """)
                .param("id", id)
                .param("campaign", campaign)
                .param("unit", unit)
                .param("area", AreaRange.of(unit).from())
                .param("title", texts.text("report.circular.of", facts.name()))
                .param("content", draft.of(facts, unit))
                .param("by", by.id())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    @Transactional
    void edit(UUID id, int version, String title, String content, Staff by) {
        Circular found = find(id, by).orElseThrow(() -> new Refused("report.refused.gone"));
        writer(found.unit(), by);
        vocabulary.check(title).ifPresent(finding -> {
            throw new Refused(List.of(new Reason("title", finding.reason(), List.of(finding.word()))));
        });
        vocabulary.hint(content).ifPresent(finding -> {
            throw new Refused(List.of(new Reason("content", "vocabulary.hint", List.of(finding.word()))));
        });
        if (title.isBlank() || title.length() > 100 || content.isBlank() || content.length() > 20_000) {
            throw new Refused("report.refused.circular");
        }
        changed(jdbc.sql("update circular set title = :title, content = :content, version = version + 1"
                        + " where id = :id and version = :version and state = 'DRAFT'")
                .param("title", title.strip())
                .param("content", content.strip())
                .param("id", id)
                .param("version", version)
                .update());
    }

    /** The leader of the unit signs; number and receipts of the lower units come with it. */
    @Transactional
    void sign(UUID id, int version, Staff by) {
        Circular found = find(id, by).orElseThrow(() -> new Refused("report.refused.gone"));
        Post leader = by.posts().stream()
                .filter(post -> post.unit().equals(found.unit()) && post.role().endsWith("-leader"))
                .findFirst()
                .orElseThrow(() -> new Refused("report.refused.leader"));
        Instant now = clock.instant();
        changed(jdbc.sql("""
                        update circular set state = 'SIGNED', number = :number, signed_by = :by, signed_role = :role, signed_at = :now,
                            version = version + 1 where id = :id and version = :version and state = 'DRAFT'
                        """)
                .param("number", series.next(found.unit(), "circular"))
                .param("by", by.id())
                .param("role", leader.role())
                .param("now", Timestamp.from(now))
                .param("id", id)
                .param("version", version)
                .update());
        List<String> units =
                campaigns.find(found.campaign()).map(CampaignFacts.Facts::units).orElse(List.of());
        for (String unit : units) {
            if (!unit.equals(found.unit())) {
                jdbc.sql("insert into circular_receipt (circular, unit) values (:id, :unit)")
                        .param("id", id)
                        .param("unit", unit)
                        .update();
            }
        }
    }

    /** Marks it read by the units of this reader: a unit reads, not a person. */
    @Transactional
    void read(UUID id, Staff by) {
        jdbc.sql(
                        "update circular_receipt set read_at = :now where circular = :id and unit = any(:units) and read_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .param("units", units(by))
                .update();
    }

    /** A circular of one's own unit or of one below, or a signed one that was sent to one's unit. */
    Optional<Circular> find(UUID id, Staff by) {
        return jdbc.sql("select * from circular where id = :id")
                .param("id", id)
                .query(Circular::read)
                .optional()
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
                .query((row, n) -> new Receipt(
                        directory.find(row.getString("unit")).map(Unit::name).orElse(row.getString("unit")),
                        row.getTimestamp("read_at") != null))
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

    private static void changed(int rows) {
        if (rows == 0) {
            throw new Refused("report.refused.stale");
        }
    }

    private static String[] units(Staff by) {
        return by.posts().stream().map(Post::unit).toArray(String[]::new);
    }

    /** Whether a unit has read it. */
    record Receipt(String unit, boolean read) {}
}
