package org.qipan.journal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.TimeOrderedId;
import org.qipan.casefile.Vocabulary;
import org.qipan.complaint.MatterSight;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.file.Files;
import org.qipan.file.StoredFile;
import org.qipan.task.ActBook;
import org.qipan.task.Seen;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Refused.Reason;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes entries and says who reads which: the desk and whoever handles the matter all, whoever was only asked to help his own unit's. */
@Service
@Transactional
class Journal {

    static final Set<String> KINDS = Set.of("call", "visit", "talk", "evidence", "mediation");
    static final int TEXT = 4000;
    /** Tasks of other modules in which somebody helps. */
    private static final String ASKED = "joint";

    private final EntryTable table;
    private final MatterSight sight;
    private final Files files;
    private final ActBook book;
    private final Directory directory;
    private final Vocabulary vocabulary;
    private final Clock clock;

    Journal(
            EntryTable table,
            MatterSight sight,
            Files files,
            ActBook book,
            Directory directory,
            Vocabulary vocabulary,
            Clock clock) {
        this.table = table;
        this.sight = sight;
        this.files = files;
        this.book = book;
        this.directory = directory;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    /** An entry as printed. */
    record Line(
            String kind,
            String day,
            String by,
            String text,
            @Nullable Boolean agreed,
            List<StoredFile> files) {}

    /** What was typed. @param both whether both sides consented to a mediation @param agreed whether they agreed in the end */
    record Typed(String kind, @Nullable LocalDate day, String text, boolean both, boolean agreed) {}

    /** Whether the task is one in which entries are written: of whoever handles or carries out, or was asked to help. */
    boolean mayWrite(Seen seen) {
        boolean matter = sight.exists(seen.item().caseId());
        return matter
                && seen.workable()
                && (MatterSight.works(seen.item()) || seen.item().process().equals(ASKED));
    }

    /** @throws Refused naming {@code kind}, {@code day}, {@code text} or {@code both} */
    public void write(Seen seen, Typed typed, Collection<UUID> uploads) {
        if (!mayWrite(seen)) {
            throw new Refused("journal.refused.now");
        }
        UUID complaint = seen.item().caseId();
        LocalDate day = checked(typed);
        var entry = new Entry(
                TimeOrderedId.next(clock),
                complaint,
                typed.kind(),
                day,
                typed.text(),
                typed.kind().equals("mediation") ? typed.agreed() : null,
                seen.by().id(),
                seen.item().post());
        files.attach(uploads, complaint, seen.by().id());
        table.insert(entry, uploads);
        book.write(seen, "journal-written", null, Map.of("day", day.toString()));
    }

    private LocalDate checked(Typed typed) {
        List<Reason> broken = new ArrayList<>();
        if (!KINDS.contains(typed.kind())) {
            broken.add(new Reason("kind", "journal.refused.kind", List.of()));
        }
        LocalDate day = typed.day();
        if (day == null || day.isAfter(LocalDate.now(clock))) {
            broken.add(new Reason("day", "journal.refused.day", List.of()));
        }
        if (typed.text().isEmpty() || typed.text().length() > TEXT) {
            broken.add(new Reason("text", "journal.refused.text", List.of(TEXT)));
        }
        vocabulary
                .hint(typed.text())
                .ifPresent(found ->
                        broken.add(new Reason("text", "vocabulary.hint", List.of(found.word(), found.cleaned()))));
        // Art. 33: 调解 and 和解 need the consent of both.
        if (typed.kind().equals("mediation") && !typed.both()) {
            broken.add(new Reason("both", "journal.refused.both", List.of()));
        }
        if (!broken.isEmpty()) {
            throw new Refused(broken);
        }
        return Objects.requireNonNull(day);
    }

    /** What a person may read of a matter he may know of, by the day things were done. */
    @Transactional(readOnly = true)
    public List<Line> of(UUID complaint, Staff reader) {
        List<Entry> all = table.of(complaint);
        if (all.isEmpty()) {
            return List.of();
        }
        List<StoredFile> kept = files.of(complaint);
        return all.stream()
                .filter(entry -> reads(entry, reader))
                .map(entry -> line(entry, kept))
                .toList();
    }

    boolean reads(Entry entry, Staff reader) {
        return sight.sees(entry.complaint(), reader)
                && (sight.atDesk(entry.complaint(), reader)
                        || !table.handling(entry.complaint(), reader.posts()).isEmpty()
                        || reader.posts().stream()
                                .anyMatch(post -> post.unit().equals(entry.as().unit())));
    }

    private Line line(Entry entry, List<StoredFile> kept) {
        List<UUID> own = table.files(entry.id());
        return new Line(
                "journal.kind." + entry.kind(),
                entry.day().toString(),
                directory.title(entry.as()),
                entry.text(),
                entry.agreed(),
                kept.stream().filter(file -> own.contains(file.id())).toList());
    }
}
