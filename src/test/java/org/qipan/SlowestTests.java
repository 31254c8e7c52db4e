package org.qipan;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Says at the end of a run which classes took longest, so that the next slow test is noticed by whoever adds it. */
public final class SlowestTests implements TestExecutionListener {

    private static final int SHOWN = 10;

    private final ConcurrentMap<String, Long> started = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Long> took = new ConcurrentHashMap<>();

    @Override
    public void executionStarted(TestIdentifier test) {
        started.put(test.getUniqueId(), System.nanoTime());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Long since = started.remove(test.getUniqueId());
        if (since != null) {
            test.getSource()
                    .filter(ClassSource.class::isInstance)
                    .map(source -> ((ClassSource) source).getClassName())
                    .ifPresent(name -> took.merge(name, System.nanoTime() - since, Long::sum));
        }
    }

    /** A build tool may run a plan for every class; a list of one would be noise. */
    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (took.size() > SHOWN) {
            System.out.println("Slowest test classes:");
            took.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                    .limit(SHOWN)
                    .forEach(entry -> System.out.printf(
                            "%6.1f s %s%n", Duration.ofNanos(entry.getValue()).toMillis() / 1000.0, entry.getKey()));
        }
    }
}
