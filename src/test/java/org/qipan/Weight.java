package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a page costs a person who pays for every megabyte. */
final class Weight {

    private static final int FIRST = 120 * 1024;

    private Weight() {}

    /** The page a person sees after his first log-in, with everything it fetched: nothing of it was in the browser before. */
    static void ofFirstPage(Page page) {
        Map<String, Integer> parts = parts(page);
        int whole = parts.values().stream().mapToInt(Integer::intValue).sum();
        String list = parts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(part -> part.getValue() + " " + part.getKey())
                .collect(Collectors.joining("\n  "));
        System.out.printf(
                "[weight] first page after sign-in: %,d bytes compressed in %d requests (at most %,d), the largest:%n  %s%n",
                whole, parts.size(), FIRST, list.lines().limit(4).collect(Collectors.joining("\n")));
        assertThat(whole).as(list).isPositive().isLessThanOrEqualTo(FIRST);
        assertThat(parts.keySet()).hasSizeGreaterThan(5).noneMatch(part -> part.matches("(?i).*(echarts|bpmn).*"));
    }

    /** Bytes of each body as it came over the line, by path. */
    private static Map<String, Integer> parts(Page page) {
        page.waitForLoadState();
        List<?> entries = (List<?>) page.evaluate("""
                () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                    .map(e => [new URL(e.name).pathname, e.encodedBodySize])
                """);
        return entries.stream()
                .map(List.class::cast)
                .collect(Collectors.toMap(
                        entry -> String.valueOf(entry.get(0)),
                        entry -> ((Number) entry.get(1)).intValue(),
                        Integer::max));
    }
}
