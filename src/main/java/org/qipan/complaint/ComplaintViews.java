package org.qipan.complaint;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Sayings;
import org.qipan.course.ComplaintClocks;
import org.qipan.course.Route;
import org.qipan.course.Stops;
import org.qipan.deadline.Deadlines;
import org.qipan.deadline.Term;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.file.Files;
import org.qipan.vault.Safe;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what one reader may read of a matter. */
@Component
class ComplaintViews {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZONE);

    private final ComplaintAccess access;
    private final ComplaintClocks clocks;
    private final ClockHolders holders;
    private final Stops stops;
    private final Papers papers;
    private final Directory directory;
    private final Deadlines deadlines;
    private final Files files;
    private final Safe safe;
    private final OwnWords own;
    private final Shredding shredding;
    private final Sayings sayings;

    ComplaintViews(
            ComplaintAccess access,
            ComplaintClocks clocks,
            ClockHolders holders,
            Stops stops,
            Papers papers,
            Directory directory,
            Deadlines deadlines,
            Files files,
            Safe safe,
            OwnWords own,
            Shredding shredding,
            Sayings sayings) {
        this.access = access;
        this.clocks = clocks;
        this.holders = holders;
        this.stops = stops;
        this.papers = papers;
        this.directory = directory;
        this.deadlines = deadlines;
        this.files = files;
        this.safe = safe;
        this.own = own;
        this.shredding = shredding;
        this.sayings = sayings;
    }

    @Transactional
    public ComplaintView page(Complaint complaint, Staff reader) {
        boolean atDesk = access.atDesk(complaint, reader);
        Map<String, String> words = atDesk ? own.read(complaint) : Map.of();
        return new ComplaintView(
                complaint.id(),
                complaint.number(),
                sayings.title(complaint.id(), complaint.title()),
                complaint,
                atDesk,
                complaint.route() != Route.SEALED || !shredding.done(complaint.id()),
                words.get("words"),
                atDesk ? concerned(complaint, words.get("concerned")) : null,
                words.get("persons"),
                digest(complaint),
                DATE.format(complaint.received()),
                directory.name(complaint.desk()),
                name(complaint.forwarder()),
                name(complaint.lead()),
                name(complaint.place()),
                clocks.of(complaint.id()).stream()
                        .filter(one -> one.done() == null)
                        .map(one -> clock(one, holders.of(complaint, one)))
                        .toList(),
                papers.of(complaint.id()),
                atDesk ? files.of(complaint.id()) : List.of());
    }

    /** 举报 and anonymous matters keep even the officer's words in the vault, so that no search and no copy of a table holds them. */
    @Nullable
    String digest(Complaint complaint) {
        return complaint.sealed() ? safe.open(complaint.id(), "digest").orElse(null) : complaint.digest();
    }

    private ComplaintView.Clock clock(ComplaintClocks.Running running, String holder) {
        Term term = Term.kept(running.rule(), running.started(), running.due(), stops.of(running.id()));
        return new ComplaintView.Clock(
                deadlines.ruler(term),
                running.stopped() ? deadlines.paused() : deadlines.lamp(running.started(), running.due()),
                holder);
    }

    private @Nullable String concerned(Complaint complaint, @Nullable String person) {
        String both = Stream.of(name(complaint.concerned()), person)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining(" · "));
        return both.isEmpty() ? null : both;
    }

    private @Nullable String name(@Nullable String unit) {
        return unit == null ? null : directory.name(unit);
    }
}
