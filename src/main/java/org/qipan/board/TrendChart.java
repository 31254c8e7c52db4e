package org.qipan.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Units finished by day as bars of a drawing 100 units high; the numbers stand beside it as a table. */
record TrendChart(int width, List<Bar> bars) {

    private static final int STEP = 12;
    private static final int LONGEST = 60;

    record Bar(int x, int y, int height, LocalDate day, int count) {}

    static TrendChart of(Map<LocalDate, Integer> days) {
        int most = days.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        List<Bar> bars = new ArrayList<>();
        List<LocalDate> shown = days.keySet().stream().sorted().toList();
        for (LocalDate day : shown.subList(Math.max(0, shown.size() - LONGEST), shown.size())) {
            int count = days.getOrDefault(day, 0);
            int height = Math.max(2, count * 90 / most);
            bars.add(new Bar(bars.size() * STEP, 100 - height, height, day, count));
        }
        return new TrendChart(Math.max(1, bars.size()) * STEP, bars);
    }
}
