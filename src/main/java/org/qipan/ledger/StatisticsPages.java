package org.qipan.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.qipan.directory.Directory;
import org.qipan.ledger.Statistics.ClockLine;
import org.qipan.ledger.Statistics.PlaceLine;
import org.qipan.ledger.Statistics.SubjectLine;
import org.qipan.ledger.StatisticsQueries.Month;
import org.qipan.ledger.StatisticsQueries.Place;
import org.qipan.subject.Subject;
import org.qipan.subject.Subjects;
import org.springframework.stereotype.Component;

/** Turns counts into what a page may say. */
@Component
class StatisticsPages {

    private static final int OLDEST = 10;
    private static final int MONTHS = 12;
    /** Sorts behind every code. */
    private static final String UNSORTED = "~";

    private final StatisticsQueries queries;
    private final LedgerRows rows;
    private final Subjects subjects;
    private final Directory directory;

    StatisticsPages(StatisticsQueries queries, LedgerRows rows, Subjects subjects, Directory directory) {
        this.queries = queries;
        this.rows = rows;
        this.subjects = subjects;
        this.directory = directory;
    }

    Statistics of(LedgerScope scope, int year) {
        List<SubjectLine> lines = subjects(queries.months(scope, year));
        List<Tally> months = new ArrayList<>(Collections.nCopies(MONTHS, Tally.NONE));
        Tally total = Tally.NONE;
        for (SubjectLine line : lines) {
            for (int i = 0; i < MONTHS; i++) {
                months.set(i, months.get(i).plus(line.months().get(i)));
            }
            total = total.plus(line.total());
        }
        List<Place> places = queries.places(scope, year);
        List<Place> told =
                places.stream().filter(place -> place.count() >= Tally.LEAST).toList();
        Map<String, String> names =
                directory.names(told.stream().map(Place::unit).toList());
        return new Statistics(
                year,
                lines,
                months,
                total,
                told.stream()
                        .map(place -> new PlaceLine(names.getOrDefault(place.unit(), place.unit()), place.count()))
                        .toList(),
                places.size() - told.size(),
                clocks(scope, year),
                rows.of(queries.oldest(scope, OLDEST)),
                Statistics.bars(months));
    }

    private List<SubjectLine> subjects(List<Month> counts) {
        Set<Long> ids = new HashSet<>();
        counts.forEach(count -> {
            if (count.subject() != null) {
                ids.add(count.subject());
            }
        });
        Map<Long, Subject> tops = subjects.tops(ids);
        Map<String, long[]> byCode = new TreeMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (Month count : counts) {
            Subject top = count.subject() == null ? null : tops.get(count.subject());
            String code = top == null ? UNSORTED : top.code();
            if (top != null) {
                names.put(code, top.name());
            }
            byCode.computeIfAbsent(code, key -> new long[MONTHS])[count.month() - 1] += count.count();
        }
        List<SubjectLine> lines = new ArrayList<>();
        byCode.forEach((code, months) -> {
            List<Tally> cells = new ArrayList<>();
            Tally total = Tally.NONE;
            for (long month : months) {
                cells.add(Tally.of(month));
                total = total.plus(Tally.of(month));
            }
            lines.add(new SubjectLine(names.get(code), code.equals(UNSORTED) ? "" : code, cells, total));
        });
        return lines;
    }

    private List<ClockLine> clocks(LedgerScope scope, int year) {
        return queries.clocks(scope, year).stream()
                .map(kept -> {
                    String url = "/complaints?tab=" + scope.tab() + "&clock=" + kept.code() + "&year=" + year;
                    return new ClockLine(kept.code(), kept.kept(), kept.ended(), url + "&kept=1", url);
                })
                .toList();
    }
}
