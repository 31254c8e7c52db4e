package org.qipan.complaint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseEnded;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Exclusions;
import org.qipan.casefile.Said;
import org.qipan.casefile.Sayings;
import org.qipan.course.ComplaintClocks;
import org.qipan.deadline.PetitionTerms;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.remit.ReceivingDesk;
import org.qipan.task.KeptOut;
import org.qipan.vault.Safe;
import org.qipan.worklist.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 拆分 and 并案, while a matter waits to be sorted: one letter may hold several matters, each with its own clock and answer; several letters
 * may be one matter, of which each petitioner gets the answer.
 */
@Service
@Transactional
public class Bundles {

    private static final List<String> CONTACT = List.of("name", "phone", "address", "email", "safely");
    private static final int MOST = 9;

    private final ComplaintTable table;
    private final BundleTable bundles;
    private final ComplaintAccess access;
    private final ComplaintClocks clocks;
    private final ComplaintProcess process;
    private final CaseFiles cases;
    private final Exclusions exclusions;
    private final Safe safe;
    private final NamedPeople named;
    private final KeptOut kept;
    private final OwnWords own;
    private final Sayings sayings;
    private final ApplicationEventPublisher events;

    Bundles(
            ComplaintTable table,
            BundleTable bundles,
            ComplaintAccess access,
            ComplaintClocks clocks,
            ComplaintProcess process,
            CaseFiles cases,
            Exclusions exclusions,
            Safe safe,
            NamedPeople named,
            KeptOut kept,
            OwnWords own,
            Sayings sayings,
            ApplicationEventPublisher events) {
        this.table = table;
        this.bundles = bundles;
        this.access = access;
        this.clocks = clocks;
        this.process = process;
        this.cases = cases;
        this.exclusions = exclusions;
        this.safe = safe;
        this.named = named;
        this.kept = kept;
        this.own = own;
        this.sayings = sayings;
        this.events = events;
    }

    /**
     * A matter that waits to be sorted at the reader's desk.
     *
     * @param words the petitioner's own, to compare with what was written before
     */
    public record Waiting(UUID id, String title, @Nullable String place, String words) {}

    /** Whether a matter waits to be sorted at the reader's desk: who wrote before is nobody's business afterwards. */
    @Transactional(readOnly = true)
    public boolean waits(UUID id, Staff by) {
        return found(id, by).isPresent();
    }

    /** The matter with its words, a look that is recorded; empty unless it {@link #waits}. */
    public Optional<Waiting> waiting(UUID id, Staff by) {
        return found(id, by)
                .map(one ->
                        new Waiting(id, one.title(), one.place(), own.read(one).getOrDefault("words", "")));
    }

    private Optional<Complaint> found(UUID id, Staff by) {
        return table.find(id).filter(one -> one.unsorted() && access.sees(id, by) && access.atDesk(one, by));
    }

    /** Other matters with the same telephone or mail address, by their blind index; the contact itself is shown to nobody. */
    @Transactional(readOnly = true)
    public List<UUID> sameContact(Waiting matter) {
        Map<String, String> contact = safe.open(matter.id(), List.of("phone", "email"));
        return contact.values().stream()
                .flatMap(way -> safe.sameContact(way).stream())
                .distinct()
                .filter(other -> !other.equals(matter.id()))
                .toList();
    }

    /**
     * Opens further matters out of one letter, each to be sorted by itself.
     *
     * @param more how many further ones
     * @throws Refused unless the matter waits to be sorted at his desk
     */
    public List<UUID> split(UUID id, int more, Staff by) {
        Complaint letter = own(id, by);
        if (more < 1 || more > MOST) {
            throw new Refused("complaint.refused.split", MOST);
        }
        List<UUID> parts = new ArrayList<>();
        for (int part = 2; part <= more + 1; part++) {
            parts.add(part(letter, part));
        }
        Post as = ReceivingDesk.officer(letter.desk());
        cases.record(id, "complaint.split", by.id(), as, null, Map.of("parts", String.valueOf(more + 1)));
        return parts;
    }

    private UUID part(Complaint letter, int no) {
        UUID id = UUID.randomUUID();
        Said title = Said.of("complaint.title.part", sayings.called(letter.id(), letter.title()), String.valueOf(no));
        cases.open(id, Complaints.KIND, title, letter.desk(), null);
        bundles.part(id, letter.id());
        exclusions.copy(letter.id(), id);
        exclusions.seal(id, letter.sealed());
        Map<String, String> kept = safe.open(
                letter.id(),
                Stream.concat(Stream.of("words", "concerned", "persons"), CONTACT.stream())
                        .toList());
        safe.put(id, kept);
        named.copy(letter.id(), id);
        Stream.of("phone", "email").map(kept::get).filter(way -> way != null).forEach(way -> safe.note(id, way));
        cases.record(id, "complaint.splitFrom", null, null, null, Map.of());
        // Art. 22: the days run from the day the letter came in.
        clocks.start(id, PetitionTerms.ROUTING, letter.received(), ReceivingDesk.officer(letter.desk()));
        process.begin(id, letter.desk());
        return id;
    }

    /**
     * Makes a matter part of another: one clock, and each petitioner gets the answer. Whoever must not see the one must not see the other.
     *
     * @throws Refused unless the matter waits to be sorted at his desk, the other is open there, and nobody excluded from this one has that
     */
    public void merge(UUID id, UUID into, Staff by) {
        if (id.equals(into)) {
            throw new Refused("complaint.refused.mergeSelf");
        }
        boolean first = id.compareTo(into) < 0;
        table.lock(first ? id : into);
        table.lock(first ? into : id);
        Complaint matter = own(id, by);
        Complaint other = table.find(into)
                .filter(one -> one.open() && one.desk().equals(matter.desk()) && access.sees(into, by))
                .orElseThrow(() -> new Refused("complaint.refused.mergeOther"));
        if (bundles.handledByExcluded(id, into)) {
            throw new Refused("complaint.refused.mergeConflict");
        }
        exclusions.copy(id, into);
        named.copy(id, into);
        kept.settle(into);
        bundles.merged(id, into);
        Post as = ReceivingDesk.officer(matter.desk());
        cases.record(id, "complaint.mergedInto", by.id(), as, null, Map.of());
        cases.record(
                other.id(), "complaint.merged", by.id(), as, null, Map.of("people", String.valueOf(matter.people())));
        events.publishEvent(new CaseEnded(id, Said.of("complaint.ended.merged")));
        process.end(id);
    }

    private Complaint own(UUID id, Staff by) {
        Complaint complaint = table.lock(id);
        if (!complaint.unsorted() || !access.sees(id, by) || !access.atDesk(complaint, by)) {
            throw new Refused("complaint.refused.sortedAlready");
        }
        return complaint;
    }
}
