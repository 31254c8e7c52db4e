package org.qipan.complaint;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Exclusions;
import org.qipan.casefile.Said;
import org.qipan.course.ComplaintClocks;
import org.qipan.deadline.PetitionTerms;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.file.Files;
import org.qipan.filing.Channel;
import org.qipan.filing.Contact;
import org.qipan.filing.Filing;
import org.qipan.filing.FilingRules;
import org.qipan.filing.Mode;
import org.qipan.remit.ReceivingDesk;
import org.qipan.vault.Safe;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Refused.Reason;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what residents bring, by themselves or through an officer. */
@Service
public class Complaints {

    static final String KIND = "complaint";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final ComplaintTable table;
    private final ComplaintClocks clocks;
    private final ComplaintProcess process;
    private final ReceivingDesk desk;
    private final CaseFiles cases;
    private final Exclusions exclusions;
    private final FilingRules rules;
    private final Files files;
    private final Safe safe;
    private final NamedPeople named;
    private final BundleTable bundles;
    private final Clock clock;

    Complaints(
            ComplaintTable table,
            ComplaintClocks clocks,
            ComplaintProcess process,
            ReceivingDesk desk,
            CaseFiles cases,
            Exclusions exclusions,
            FilingRules rules,
            Files files,
            Safe safe,
            NamedPeople named,
            BundleTable bundles,
            Clock clock) {
        this.table = table;
        this.clocks = clocks;
        this.process = process;
        this.desk = desk;
        this.cases = cases;
        this.exclusions = exclusions;
        this.rules = rules;
        this.files = files;
        this.safe = safe;
        this.named = named;
        this.bundles = bundles;
        this.clock = clock;
    }

    /** Code of the unit whose complaint officers would take a matter; empty if nobody here may, because the top itself is meant or kept out. */
    public Optional<String> desk(@Nullable String place, @Nullable String concerned, List<String> hidden) {
        return desk.of(place, concerned, hidden, Set.of());
    }

    /** What {@link #file} would refuse, all at once and by field; empty if nothing. */
    public List<Reason> faults(Filing filing) {
        return rules.faults(filing);
    }

    /**
     * Registers a matter (信访工作条例 art. 21: every one is registered) and lays it on the desk that sorts it within 15 days (art. 22).
     *
     * @param by the officer who took it down, null if the petitioner filed it himself
     * @throws Refused naming the fields {@code words}, {@code place}, {@code concerned}, {@code persons}, {@code received}
     */
    @Transactional
    public UUID file(Filing filing, @Nullable Staff by, @Nullable Post as) {
        rules.check(filing);
        return open(filing, title(filing.channel()), false, null, by, as);
    }

    /**
     * What a petitioner suffers for having come: a matter of its own, out of sight of the desk and the units that have the first one, and of
     * everybody who must not know of that. It is answered on the page of his receipt, the only way that leads from the first one to it.
     */
    void alarm(String kind, String text, Complaint first) {
        List<String> hidden = Stream.of(first.lead(), first.concerned())
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
        var filing = new Filing(
                Channel.WEB,
                Mode.ANONYMOUS,
                text,
                null,
                first.desk(),
                null,
                hidden,
                null,
                Contact.NONE,
                true,
                List.of(),
                null,
                null,
                1);
        bundles.alarm(open(filing, Said.of("complaint.alarm." + kind), true, first.id(), null, null), first.id());
    }

    private UUID open(
            Filing filing, Said title, boolean urgent, @Nullable UUID first, @Nullable Staff by, @Nullable Post as) {
        Set<UUID> people = named.in(filing.names());
        String unit = desk.of(filing.place(), filing.concerned(), filing.hidden(), people)
                .flatMap(found -> first == null ? Optional.of(found) : desk.free(found, first))
                .orElseThrow(() -> nobody(people.isEmpty() ? "concerned" : "persons"));
        // A version 4 id: one made in the order of time would tell when somebody wrote.
        UUID id = UUID.randomUUID();
        cases.open(id, KIND, title, unit, by == null ? null : by.id());
        Instant received = received(filing);
        table.insert(id, filing, unit, received, urgent);
        exclude(id, filing);
        named.keep(id, filing.names(), people);
        if (first != null) {
            exclusions.copy(first, id);
            named.copy(first, id);
        }
        seal(id, filing);
        if (by != null && !filing.files().isEmpty()) {
            files.attach(filing.files(), id, by.id());
        }
        Map<String, ?> facts = Map.of(
                "channel", Said.of("complaint.channel." + filing.channel().key()));
        cases.record(id, "complaint.received", by == null ? null : by.id(), as, null, facts);
        clocks.start(id, PetitionTerms.ROUTING, received, ReceivingDesk.officer(unit));
        process.begin(id, unit);
        return id;
    }

    private static Refused nobody(String field) {
        return Refused.at(field, "complaint.refused.nobody");
    }

    /** Whoever is meant, and whoever the petitioner fears, finds nothing of it. */
    private void exclude(UUID id, Filing filing) {
        if (filing.concerned() != null) {
            exclusions.hide(id, filing.concerned(), "concerned");
        }
        filing.hidden().forEach(unit -> exclusions.hide(id, unit, "asked"));
        // Nobody but the desk hears of what came without a name, not even before it is sorted.
        if (filing.mode() == Mode.ANONYMOUS) {
            exclusions.seal(id, true);
        }
    }

    private void seal(UUID id, Filing filing) {
        safe.put(id, filing.sealed());
        if (filing.mode() != Mode.ANONYMOUS) {
            Contact contact = filing.contact();
            Stream.of(contact.phone(), contact.email()).filter(Objects::nonNull).forEach(way -> safe.note(id, way));
        }
    }

    /** The day a letter came in; of what an anonymous person writes no hour is kept. */
    private Instant received(Filing filing) {
        LocalDate day = filing.received();
        if (day == null && filing.mode() != Mode.ANONYMOUS) {
            return clock.instant();
        }
        return (day == null ? LocalDate.now(clock) : day).atStartOfDay(ZONE).toInstant();
    }

    private Said title(Channel channel) {
        return Said.both(Said.of("complaint.title.new"), Said.of("complaint.channel." + channel.key()));
    }
}
