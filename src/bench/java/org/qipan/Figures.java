package org.qipan;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** What was measured: two tables on the console and in {@code target/bench/figures.md}, and the comparisons as JSON beside them. */
public final class Figures implements TestExecutionListener {

    private static final Path FOLDER = Path.of("target", "bench");
    private static final List<String> ROWS = new ArrayList<>();
    private static final List<String> DUELS = new ArrayList<>();
    private static final List<Map<String, Object>> JSON = new ArrayList<>();

    /** The ways of a {@link Duel} as its tables name them. */
    public static final String STOCK = "stock";

    public static final String QIPAN = "qipan";
    public static final String FLOOR = "floor";

    /** @param aim what the figure is held against, empty if nothing */
    public static void add(String work, String figure, String aim) {
        String row = "| %s | %s | %s |".formatted(work, figure, aim);
        System.out.println(row);
        ROWS.add(row);
    }

    /** @param aim for the first ratio: stock to Qipan where reading is compared, Qipan to stock where writing is */
    public static void compare(String work, Duel.Result result, boolean reading, String aim) {
        double[] ratio = reading ? result.ratio(STOCK, QIPAN) : result.ratio(QIPAN, STOCK);
        boolean floor = result.medians().containsKey(FLOOR);
        DUELS.add("| %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        work,
                        time(result.median(STOCK)),
                        time(result.median(QIPAN)),
                        floor ? time(result.median(FLOOR)) : "",
                        interval(ratio) + (reading ? " faster" : " of stock"),
                        floor ? interval(result.ratio(QIPAN, FLOOR)) : "",
                        aim));
        JSON.add(Map.of("work", work, "medians", result.medians(), "ratio", ratio, "aim", aim));
    }

    private static String interval(double[] ratio) {
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", ratio[0], ratio[1], ratio[2]);
    }

    /** How long one run takes, in milliseconds. */
    public static double once(Work work) {
        long started = System.nanoTime();
        try {
            work.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return (System.nanoTime() - started) / 1e6;
    }

    /** Median and 95th percentile of {@code runs} runs, after as many that only warm up. */
    public static String often(int runs, Work work) {
        double[] took = new double[runs];
        for (int i = -runs; i < runs; i++) {
            took[Math.max(i, 0)] = once(work);
        }
        Arrays.sort(took);
        return "%s, p95 %s".formatted(time(took[runs / 2]), time(took[runs * 95 / 100]));
    }

    public static String time(double milliseconds) {
        return milliseconds < 1000
                ? String.format(Locale.ROOT, "%.1f ms", milliseconds)
                : String.format(Locale.ROOT, "%.1f s", milliseconds / 1000);
    }

    /** Most heap in use at any moment of the work, in MB; what was garbage at that moment counts too. */
    public static long peakHeap(Work work) {
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        once(work);
        return heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        StringBuilder tables = new StringBuilder();
        if (!DUELS.isEmpty()) {
            tables.append(
                            "| workload | stock Camunda 7.24 | Qipan | plain SQL | Qipan and stock | Qipan to plain SQL | aim |\n")
                    .append("|---|---|---|---|---|---|---|\n")
                    .append(String.join("\n", DUELS))
                    .append("\n\n");
        }
        if (!ROWS.isEmpty()) {
            tables.append("| work | figure | aim |\n|---|---|---|\n")
                    .append(String.join("\n", ROWS))
                    .append("\n");
        }
        if (tables.isEmpty()) {
            return;
        }
        System.out.println(tables);
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve("figures.md"), tables);
            new ObjectMapper().writeValue(FOLDER.resolve("figures.json").toFile(), JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something to measure. */
    public interface Work {
        void run() throws Exception;
    }
}
