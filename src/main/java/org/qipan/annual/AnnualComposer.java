package org.qipan.annual;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.qipan.annual.AnnualContent.Row;
import org.qipan.annual.AnnualContent.Section;
import org.qipan.annual.AnnualQueries.Asked;
import org.qipan.annual.AnnualQueries.Count;
import org.qipan.annual.AnnualQueries.Kept;
import org.qipan.annual.AnnualQueries.Of;
import org.qipan.annual.AnnualQueries.Totals;
import org.qipan.directory.Staff;
import org.qipan.subject.Subject;
import org.qipan.subject.Subjects;
import org.springframework.stereotype.Component;

/**
 * Composes what art. 41 asks for. It names no unit complained of and counts none (ADR 0022), and no count of fewer than five matters.
 */
@Component
class AnnualComposer {

    private final AnnualQueries queries;
    private final AnnualReaders readers;
    private final Subjects subjects;
    private final Clock clock;

    AnnualComposer(AnnualQueries queries, AnnualReaders readers, Subjects subjects, Clock clock) {
        this.queries = queries;
        this.readers = readers;
        this.subjects = subjects;
        this.clock = clock;
    }

    AnnualContent of(String unit, int year, Staff looking) {
        Of of = new Of(unit, year, readers.hidden(unit, looking));
        LocalDate end = LocalDate.of(year, 12, 31);
        LocalDate today = LocalDate.now(clock);
        List<Section> sections = new ArrayList<>();
        Totals totals = queries.totals(of);
        sections.add(totals(totals));
        sections.add(counts("channel", queries.by("channel", of)));
        sections.add(counts("kind", queries.by("kind", of)));
        sections.add(fields(queries.by("subject", of)));
        sections.add(new Section(
                "clocks",
                List.of("kept", "ended", "rate"),
                queries.clocks(of).stream().map(AnnualComposer::clock).toList()));
        sections.add(transfers(totals));
        sections.add(counts("verdict", queries.by("verdict", of)));
        sections.add(suggestions(totals));
        sections.add(asked(of));
        return new AnnualContent(unit, year, (today.isBefore(end) ? today : end).toString(), sections);
    }

    private static Section totals(Totals totals) {
        return count(
                "totals",
                Row.of("annual.row.received", SmallCounts.of(totals.received())),
                Row.of("annual.row.closed", SmallCounts.of(totals.closed())),
                Row.of("annual.row.withdrawn", SmallCounts.of(totals.withdrawn())),
                Row.of("annual.row.groups", SmallCounts.of(totals.groups())),
                Row.of("annual.row.repeats", SmallCounts.of(totals.repeats())));
    }

    private static Section transfers(Totals totals) {
        return count(
                "transfers",
                Row.of("annual.row.forwarded", SmallCounts.of(totals.forwarded())),
                Row.of("annual.row.entrusted", SmallCounts.of(totals.entrusted())),
                Row.of("annual.row.entrustedClosed", SmallCounts.of(totals.entrustedClosed())));
    }

    private static Section suggestions(Totals totals) {
        return count(
                "suggestions",
                Row.of("annual.row.suggestions", SmallCounts.of(totals.suggestions())),
                Row.of("annual.row.adopted", SmallCounts.of(totals.adopted())));
    }

    private static Section count(String key, Row... rows) {
        return new Section(key, List.of("count"), List.of(rows));
    }

    /** By channel, kind or verdict: the words are those of matters. */
    private static Section counts(String column, List<Count> counts) {
        List<String> parts = SmallCounts.parts(counts.stream().map(Count::count).toList());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String key = counts.get(i).key();
            String label = key == null ? "annual.row.none" : "complaint." + column + "." + key;
            rows.add(Row.of(label, parts.get(i)));
        }
        return new Section(column, List.of("count"), rows);
    }

    /** The fields at the top of the tree, the most first. */
    private Section fields(List<Count> counts) {
        List<Long> ids = counts.stream()
                .map(Count::key)
                .filter(Objects::nonNull)
                .map(key -> Long.valueOf(Objects.requireNonNull(key)))
                .toList();
        Map<Long, Subject> tops = subjects.tops(ids);
        Map<String, Long> sums = new LinkedHashMap<>();
        for (Count count : counts) {
            String key = count.key();
            Subject top = key == null ? null : tops.get(Long.valueOf(key));
            sums.merge(top == null ? "" : top.name(), count.count(), Long::sum);
        }
        List<Map.Entry<String, Long>> sorted = sums.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .toList();
        List<String> parts =
                SmallCounts.parts(sorted.stream().map(Map.Entry::getValue).toList());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String name = sorted.get(i).getKey();
            rows.add(
                    name.isEmpty()
                            ? Row.of("annual.row.none", parts.get(i))
                            : new Row(null, name, List.of(parts.get(i))));
        }
        return new Section("fields", List.of("count"), rows);
    }

    private static Row clock(Kept kept) {
        boolean few = kept.ended() < SmallCounts.LEAST;
        return few
                ? Row.of("complaint.step." + kept.code(), SmallCounts.HIDDEN, SmallCounts.HIDDEN, SmallCounts.HIDDEN)
                : Row.of(
                        "complaint.step." + kept.code(),
                        Long.toString(kept.kept()),
                        Long.toString(kept.ended()),
                        String.format(Locale.ROOT, "%.1f%%", 100.0 * kept.kept() / kept.ended()));
    }

    /** Acts of offices, not matters of petitioners: small numbers are told. */
    private Section asked(Of of) {
        List<Row> rows = new ArrayList<>();
        for (String kind : List.of("advice", "supervision", "instruction", "followup")) {
            Asked asked = queries.asked(kind, of);
            rows.add(Row.of(
                    "demand.kind." + kind,
                    Long.toString(asked.made()),
                    Long.toString(asked.answered()),
                    Long.toString(asked.open())));
        }
        return new Section("asked", List.of("made", "answered", "open"), rows);
    }
}
