package org.qipan.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts of complaints of a year, each either five and more or not told. Never by the unit complained about. */
record Statistics(
        int year,
        List<SubjectLine> subjects,
        List<Tally> months,
        Tally total,
        List<PlaceLine> places,
        boolean fewPlaces,
        List<Spot> spots,
        List<ClockLine> clocks,
        List<LedgerRow> oldest,
        List<Bar> bars) {

    /** A top subject by month. @param name null for what is not sorted yet */
    record SubjectLine(@Nullable String name, String code, List<Tally> months, Tally total) {}

    record PlaceLine(String name, long count) {}

    /** 热点: one subject that comes from one place again and again. @param total does not give a small month away */
    record Spot(String subject, String code, String place, List<Tally> months, Tally total) {

        public List<Bar> bars() {
            return Statistics.bars(months);
        }
    }

    /**
     * How a clock was kept.
     *
     * @param kept how often, of {@code all}
     * @param keptUrl list of those that kept it
     * @param allUrl list of all
     */
    record ClockLine(String code, long kept, long all, String keptUrl, String allUrl) {

        /** Message key of its name. */
        public String key() {
            return "ledger.clock." + (LedgerFilter.CLOCKS.contains(code) ? code : "other");
        }

        public boolean few() {
            return all < Tally.LEAST;
        }

        /** In per cent with one digit. */
        public String rate() {
            return all == 0 ? "" : String.format(Locale.ROOT, "%.1f%%", 100.0 * kept / all);
        }
    }

    /** A month of a chart, 100 units high. */
    record Bar(int month, int x, int y, int height, String text) {}

    static final int STEP = 24;

    /** Bars of what may be told of each month. */
    static List<Bar> bars(List<Tally> months) {
        long most = Math.max(1, months.stream().mapToLong(Tally::count).max().orElse(1));
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            Tally month = months.get(i);
            int height = month.nothing() ? 0 : (int) Math.max(2, month.count() * 90 / most);
            bars.add(new Bar(i + 1, i * STEP, 100 - height, height, month.text()));
        }
        return bars;
    }
}
