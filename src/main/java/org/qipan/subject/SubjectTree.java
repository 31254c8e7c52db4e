package org.qipan.subject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The subjects that hold on one day. One whose upper subject does not hold stands at the top, so that none is out of reach. */
final class SubjectTree {

    static final String ARROW = " / ";

    private final Map<String, SubjectRow> rows = new LinkedHashMap<>();
    private final Map<String, List<SubjectRow>> below = new LinkedHashMap<>();

    private SubjectTree(Collection<SubjectRow> all, LocalDate day) {
        all.stream()
                .filter(row -> row.holds(day))
                .sorted(Comparator.comparing(SubjectRow::code))
                .forEach(row -> rows.put(row.code(), row));
        rows.values()
                .forEach(row -> below.computeIfAbsent(above(row), up -> new ArrayList<>())
                        .add(row));
    }

    static SubjectTree on(Collection<SubjectRow> all, LocalDate day) {
        return new SubjectTree(all, day);
    }

    private String above(SubjectRow row) {
        String parent = row.parent();
        return parent != null && rows.containsKey(parent) ? parent : "";
    }

    @Nullable
    SubjectRow row(String code) {
        return rows.get(code);
    }

    /** By code, for somebody who changes them; the tree stays as it is. */
    Map<String, SubjectRow> rows() {
        return new TreeMap<>(rows);
    }

    boolean leaf(String code) {
        return !below.containsKey(code);
    }

    List<SubjectRow> below(String code) {
        return below.getOrDefault(code, List.of());
    }

    /** Every subject after the one above it. @param each is told how deep it lies */
    void walk(BiConsumer<SubjectRow, Integer> each) {
        walk("", 0, each);
    }

    private void walk(String code, int depth, BiConsumer<SubjectRow, Integer> each) {
        for (SubjectRow row : below(code)) {
            each.accept(row, depth);
            walk(row.code(), depth + 1, each);
        }
    }

    /** Names from the top down. */
    String path(SubjectRow row) {
        return String.join(ARROW, chain(row).stream().map(SubjectRow::name).toList());
    }

    SubjectRow top(SubjectRow row) {
        return chain(row).get(0);
    }

    private List<SubjectRow> chain(SubjectRow row) {
        LinkedList<SubjectRow> chain = new LinkedList<>(List.of(row));
        Set<String> seen = new HashSet<>(Set.of(row.code()));
        SubjectRow up = row.parent() == null ? null : rows.get(row.parent());
        while (up != null && seen.add(up.code())) {
            chain.addFirst(up);
            up = up.parent() == null ? null : rows.get(up.parent());
        }
        return chain;
    }

    Subject subject(SubjectRow row) {
        return new Subject(
                row.id(),
                row.code(),
                row.name(),
                path(row),
                row.department(),
                row.term(),
                row.basis(),
                leaf(row.code()));
    }
}
