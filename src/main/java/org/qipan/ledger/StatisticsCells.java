package org.qipan.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qipan.ledger.StatisticsQueries.Cell;

/** The cells of a year, added up one way or another. */
record StatisticsCells(List<Cell> cells) {

    private static final int MONTHS = 12;

    /** A sum and what it is of, by month. */
    record Sum<K>(K of, long[] months) {

        long total() {
            long total = 0;
            for (long month : months) {
                total += month;
            }
            return total;
        }

        List<Tally> tallies() {
            List<Tally> tallies = new ArrayList<>();
            for (long month : months) {
                tallies.add(Tally.of(month));
            }
            return tallies;
        }
    }

    /** By what a cell is of, in the order of that. @param of null leaves the cell out */
    <K extends Comparable<K>> List<Sum<K>> by(Function<Cell, @Nullable K> of) {
        Map<K, long[]> sums = new TreeMap<>();
        for (Cell cell : cells) {
            K key = of.apply(cell);
            if (key != null) {
                sums.computeIfAbsent(key, none -> new long[MONTHS])[cell.month() - 1] += cell.count();
            }
        }
        return sums.entrySet().stream()
                .map(sum -> new Sum<>(sum.getKey(), sum.getValue()))
                .toList();
    }

    /** Those that may be told, the largest first. */
    static <K> Stream<Sum<K>> told(List<Sum<K>> sums) {
        return sums.stream()
                .filter(sum -> sum.total() >= Tally.LEAST)
                .sorted(Comparator.<Sum<K>>comparingLong(Sum::total).reversed());
    }
}
