package org.qipan.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.qipan.directory.Directory;
import org.qipan.ledger.Statistics.ClockLine;
import org.qipan.ledger.Statistics.PlaceLine;
import org.qipan.ledger.Statistics.Spot;
import org.qipan.ledger.Statistics.SubjectLine;
import org.qipan.ledger.StatisticsCells.Sum;
import org.qipan.ledger.StatisticsQueries.Cell;
import org.qipan.subject.Subject;
import org.qipan.subject.Subjects;
import org.springframework.stereotype.Component;

/** Turns counts into what a page may say. */
@Component
class StatisticsPages {

    private static final int OLDEST = 10;
    private static final int SPOTS = 10;
    private static final int MONTHS = 12;
    /** Sorts behind every code. */
    private static final String UNSORTED = "~";
    /** Between the code of a subject and that of a place. */
    private static final String AT = "@";

    private final StatisticsQueries queries;
    private final WideFigures wide;
    private final LedgerRows rows;
    private final Subjects subjects;
    private final Directory directory;

    StatisticsPages(
            StatisticsQueries queries, WideFigures wide, LedgerRows rows, Subjects subjects, Directory directory) {
        this.queries = queries;
        this.wide = wide;
        this.rows = rows;
        this.subjects = subjects;
        this.directory = directory;
    }

    Statistics of(StatisticsScope scope, int year) {
        StatisticsCells cells =
                new StatisticsCells(scope.wide() ? wide.cells(scope, year) : queries.cells(scope, year));
        Set<Long> ids = cells.cells().stream()
                .map(Cell::subject)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<SubjectLine> lines = subjects(cells, subjects.tops(ids));
        List<Tally> months = new ArrayList<>(Collections.nCopies(MONTHS, Tally.NONE));
        Tally total = Tally.NONE;
        for (SubjectLine line : lines) {
            for (int i = 0; i < MONTHS; i++) {
                months.set(i, months.get(i).plus(line.months().get(i)));
            }
            total = total.plus(line.total());
        }
        List<Sum<String>> places = cells.by(Cell::place);
        List<Sum<String>> told = StatisticsCells.told(places).toList();
        Map<String, String> names = directory.names(told.stream().map(Sum::of).toList());
        return new Statistics(
                year,
                lines,
                months,
                total,
                told.stream()
                        .map(sum -> new PlaceLine(names.getOrDefault(sum.of(), sum.of()), sum.total()))
                        .toList(),
                places.size() > told.size(),
                spots(cells, subjects.byId(ids), names),
                clocks(scope, year),
                rows.of(queries.oldest(scope, OLDEST)),
                Statistics.bars(months));
    }

    private static List<SubjectLine> subjects(StatisticsCells cells, Map<Long, Subject> tops) {
        Map<String, String> names =
                tops.values().stream().collect(Collectors.toMap(Subject::code, Subject::name, (one, same) -> one));
        return cells
                .by(cell -> {
                    Subject top = cell.subject() == null ? null : tops.get(cell.subject());
                    return top == null ? UNSORTED : top.code();
                })
                .stream()
                .map(sum -> {
                    List<Tally> months = sum.tallies();
                    return new SubjectLine(
                            names.get(sum.of()), sum.of().equals(UNSORTED) ? "" : sum.of(), months, total(months));
                })
                .toList();
    }

    /** A spot is of a place that is told, so its name is known. */
    private static List<Spot> spots(StatisticsCells cells, Map<Long, Subject> known, Map<String, String> names) {
        Map<String, String> paths =
                known.values().stream().collect(Collectors.toMap(Subject::code, Subject::path, (one, other) -> other));
        List<Sum<String>> sums = cells.by(cell -> {
            Subject subject = cell.subject() == null ? null : known.get(cell.subject());
            return subject == null || cell.place() == null ? null : subject.code() + AT + cell.place();
        });
        return StatisticsCells.told(sums)
                .limit(SPOTS)
                .map(sum -> {
                    String[] of = sum.of().split(AT);
                    return new Spot(
                            paths.getOrDefault(of[0], of[0]),
                            of[0],
                            names.getOrDefault(of[1], of[1]),
                            sum.tallies(),
                            spot(total(sum.tallies())));
                })
                .toList();
    }

    /** No spot is told below the least: its total must not say less than the heading does. */
    private static Tally spot(Tally total) {
        return total.count() + total.small() < Tally.LEAST
                ? new Tally(Tally.LEAST - total.small(), total.small())
                : total;
    }

    private static Tally total(List<Tally> months) {
        return months.stream().reduce(Tally.NONE, Tally::plus);
    }

    private List<ClockLine> clocks(StatisticsScope scope, int year) {
        return (scope.wide() ? wide.clocks(scope, year) : queries.clocks(scope, year))
                .stream()
                        .map(kept -> {
                            String url =
                                    "/complaints?tab=" + scope.list().tab() + "&clock=" + kept.code() + "&year=" + year;
                            return new ClockLine(kept.code(), kept.kept(), kept.ended(), url + "&kept=1", url);
                        })
                        .toList();
    }
}
