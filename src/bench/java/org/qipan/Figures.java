package org.qipan;

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
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** What the classes tagged {@code bench} measured: one table on the console and in {@code target/bench.md}. */
public final class Figures implements TestExecutionListener {

    private static final Path TABLE = Path.of("target", "bench.md");
    private static final List<String> ROWS = new ArrayList<>();

    /** @param aim what the figure is held against, empty if nothing */
    public static void add(String work, String figure, String aim) {
        ROWS.add("| %s | %s | %s |".formatted(work, figure, aim));
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
        if (!ROWS.isEmpty()) {
            String table = "| work | figure | aim |\n|---|---|---|\n" + String.join("\n", ROWS) + "\n";
            System.out.println(table);
            try {
                Files.writeString(TABLE, table);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Something to measure. */
    public interface Work {
        void run() throws Exception;
    }
}
