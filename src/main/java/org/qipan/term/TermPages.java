package org.qipan.term;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qipan.deadline.DayUnit;
import org.qipan.deadline.TermRule;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.page.Texts;
import org.springframework.stereotype.Component;

/** What the pages of terms show. */
@Component
class TermPages {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final TermTable table;
    private final Directory directory;
    private final Texts texts;
    private final Clock clock;

    TermPages(TermTable table, Directory directory, Texts texts, Clock clock) {
        this.table = table;
        this.directory = directory;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * A version as printed.
     *
     * @param length its days in words, empty where it ends what held
     * @param state {@code past}, {@code present} or {@code ahead}
     * @param by words of who made it
     */
    record Line(TermRow row, String name, String length, String article, String where, String state, String by) {

        public String kindKey() {
            return row.kind().key();
        }
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** What holds today, each term with its own areas and channels behind it. */
    List<Line> present() {
        List<String> order = new ArrayList<>(Standard.all().keySet());
        return lines(table.all()).stream()
                .filter(line -> line.state().equals("present") && line.row().days() != null)
                .sorted(Comparator.comparingInt((Line line) -> place(order, line))
                        .thenComparing(line -> line.row().code())
                        .thenComparing(line -> !line.row().everywhere()))
                .toList();
    }

    private static int place(List<String> order, Line line) {
        int at = order.indexOf(line.row().code());
        return at < 0 ? order.size() : at;
    }

    /** All versions of a term, newest first; empty if there never was one. */
    List<Line> versions(String code) {
        return lines(table.all().stream().filter(row -> row.code().equals(code)).toList());
    }

    /** @param rows newest first */
    private List<Line> lines(List<TermRow> rows) {
        LocalDate today = today();
        Map<String, TermRow> present = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> !row.from().isAfter(today))
                .forEach(row -> present.putIfAbsent(row.code() + "|" + row.area() + "|" + row.channel(), row));
        return rows.stream()
                .map(row -> line(
                        row, row.from().isAfter(today) ? "ahead" : present.containsValue(row) ? "present" : "past"))
                .toList();
    }

    private Line line(TermRow row, String state) {
        Integer days = row.days();
        String article = days == null ? "" : texts.text(row.rule().article());
        return new Line(
                row,
                name(row.code(), row.name()),
                days == null ? "" : length(days, row.unit()),
                article,
                where(row),
                state,
                row.by() == null
                        ? texts.text("term.seeded")
                        : directory
                                .staff(Objects.requireNonNull(row.by()))
                                .map(Staff::name)
                                .orElse(""));
    }

    private String where(TermRow row) {
        List<String> where = new ArrayList<>();
        if (row.area() != null) {
            where.add(directory.name(row.area()));
        }
        if (row.channel() != null) {
            where.add(texts.text("complaint.channel." + row.channel()));
        }
        return where.isEmpty() ? texts.text("term.everywhere") : String.join(" · ", where);
    }

    private String name(String code, @Nullable String name) {
        return name == null ? texts.text("term.name." + code) : name;
    }

    private String length(int days, DayUnit unit) {
        return texts.text(unit == DayUnit.WORKING ? "term.days.working" : "term.days.calendar", days);
    }

    /** What the Regulation allows at most, in words; null where the office decides. */
    @Nullable
    String ceiling(String code) {
        return Standard.law(code).map(this::words).orElse(null);
    }

    private String words(TermRule law) {
        return texts.text(
                "term.ceiling",
                texts.text(law.article()),
                length(law.days(), law.unit()),
                String.valueOf(law.longestExtension()));
    }

    /** Texts of faults by field. */
    Map<String, String> errors(List<TermFault> faults) {
        Map<String, String> errors = new LinkedHashMap<>();
        faults.forEach(fault -> errors.merge(
                fault.field(), texts.text(fault.key(), fault.arguments().toArray()), (one, two) -> one + " " + two));
        return errors;
    }
}
