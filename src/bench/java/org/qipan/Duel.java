package org.qipan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Several ways to do the same work, measured by turns: each round does a block of every way, forwards and then backwards, so that a slow
 * minute of the machine hits all of them. What counts is the ratio within a round; its median is given with a bootstrap interval of 95 %.
 */
public final class Duel {

    static final int ROUNDS = Integer.getInteger("qipan.bench.rounds", 15);
    private static final int RESAMPLED = 2_000;

    private final Map<String, Figures.Work> ways = new LinkedHashMap<>();
    private final int runs;

    /** @param runs of one block; its median is taken */
    public Duel(int runs) {
        this.runs = runs;
    }

    /** The first way is the one the others are compared with. */
    public Duel way(String name, Figures.Work work) {
        ways.put(name, work);
        return this;
    }

    /** What one round of blocks gave, by way: medians in milliseconds. */
    public record Result(Map<String, double[]> medians, Map<String, double[]> all) {

        public double median(String way) {
            return quantile(medians.get(way), 0.5);
        }

        public double p95(String way) {
            return quantile(all.get(way), 0.95);
        }

        /** How many times as long {@code slow} takes as {@code fast}, with the interval. */
        public double[] ratio(String slow, String fast) {
            double[] ratios = new double[medians.get(slow).length];
            for (int i = 0; i < ratios.length; i++) {
                ratios[i] = medians.get(slow)[i] / medians.get(fast)[i];
            }
            Random random = new Random(1);
            double[] resampled = new double[RESAMPLED];
            for (int i = 0; i < RESAMPLED; i++) {
                resampled[i] = quantile(
                        random.ints(ratios.length, 0, ratios.length)
                                .mapToDouble(at -> ratios[at])
                                .toArray(),
                        0.5);
            }
            return new double[] {quantile(ratios, 0.5), quantile(resampled, 0.025), quantile(resampled, 0.975)};
        }
    }

    public Result run() {
        Map<String, List<Double>> medians = new LinkedHashMap<>();
        Map<String, List<Double>> all = new LinkedHashMap<>();
        List<String> order = new ArrayList<>(ways.keySet());
        for (int round = -2; round < ROUNDS; round++) {
            for (String way : order) {
                double[] block = block(ways.get(way));
                if (round >= 0) {
                    medians.computeIfAbsent(way, w -> new ArrayList<>()).add(quantile(block, 0.5));
                    Arrays.stream(block)
                            .forEach(one -> all.computeIfAbsent(way, w -> new ArrayList<>())
                                    .add(one));
                }
            }
            Collections.reverse(order);
        }
        return new Result(arrays(medians), arrays(all));
    }

    private double[] block(Figures.Work work) {
        double[] took = new double[runs];
        for (int i = 0; i < runs; i++) {
            took[i] = Figures.once(work);
        }
        return took;
    }

    private static Map<String, double[]> arrays(Map<String, List<Double>> lists) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        lists.forEach((way, list) ->
                arrays.put(way, list.stream().mapToDouble(Double::doubleValue).toArray()));
        return arrays;
    }

    public static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    }
}
