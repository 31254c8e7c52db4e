package org.qipan.subject;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The subjects of complaints. */
@Service
public class Subjects {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final SubjectTable table;
    private final Clock clock;

    Subjects(SubjectTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** The version with this id, whether or not it still holds; its path is that of the last day on which it did. */
    public Optional<Subject> find(long id) {
        List<SubjectRow> all = table.all();
        return all.stream().filter(row -> row.id() == id).findFirst().map(row -> subject(all, row));
    }

    /** The version that holds today. */
    public Optional<Subject> current(String code) {
        SubjectTree tree = tree();
        SubjectRow row = tree.row(code);
        return row == null ? Optional.empty() : Optional.of(tree.subject(row));
    }

    /** What complaints can be given today, in the order of the tree. */
    public List<Subject> leaves() {
        return search("");
    }

    /** The {@link #leaves} that have every word of the text in code, path or basis. */
    public List<Subject> search(@Nullable String text) {
        SubjectTree tree = tree();
        List<Subject> found = new ArrayList<>();
        tree.walk((row, depth) -> {
            if (tree.leaf(row.code()) && matches(tree, row, text)) {
                found.add(tree.subject(row));
            }
        });
        return found;
    }

    /** Every subject that holds today in the order of the tree, to choose one with what lies below it. */
    public List<Subject> nodes() {
        SubjectTree tree = tree();
        List<Subject> nodes = new ArrayList<>();
        tree.walk((row, depth) -> nodes.add(tree.subject(row)));
        return nodes;
    }

    /** The versions with these ids; as {@link #find}, for all rows of a page at once. */
    public Map<Long, Subject> byId(Collection<Long> ids) {
        List<SubjectRow> all = ids.isEmpty() ? List.of() : table.all();
        Map<Long, Subject> found = new HashMap<>();
        all.stream().filter(row -> ids.contains(row.id())).forEach(row -> found.put(row.id(), subject(all, row)));
        return found;
    }

    /** The subjects at the top of the tree above these versions, by the versions' ids. */
    public Map<Long, Subject> tops(Collection<Long> ids) {
        List<SubjectRow> all = ids.isEmpty() ? List.of() : table.all();
        Map<Long, Subject> tops = new HashMap<>();
        all.stream().filter(row -> ids.contains(row.id())).forEach(row -> {
            SubjectTree tree = SubjectTree.on(all, day(row));
            tops.put(row.id(), tree.subject(tree.top(row)));
        });
        return tops;
    }

    /** Ids of all versions of a subject and of what lies or lay below it. */
    public Set<Long> versions(String code) {
        List<SubjectRow> all = table.all();
        Set<String> codes = new HashSet<>(Set.of(code));
        boolean grew = true;
        while (grew) {
            grew = codes.addAll(all.stream()
                    .filter(row -> codes.contains(row.parent()))
                    .map(SubjectRow::code)
                    .toList());
        }
        return all.stream()
                .filter(row -> codes.contains(row.code()))
                .map(SubjectRow::id)
                .collect(Collectors.toSet());
    }

    SubjectTree tree() {
        return SubjectTree.on(table.all(), today());
    }

    private Subject subject(List<SubjectRow> all, SubjectRow row) {
        return SubjectTree.on(all, day(row)).subject(row);
    }

    /** The last day on which a version held, today if it still does. */
    private LocalDate day(SubjectRow row) {
        LocalDate to = row.to();
        LocalDate day = to != null && !to.isAfter(today()) ? to.minusDays(1) : today();
        return day.isBefore(row.from()) ? row.from() : day;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    static boolean matches(SubjectTree tree, SubjectRow row, @Nullable String text) {
        String in = (row.code() + " " + tree.path(row) + " " + row.basis()).toLowerCase(Locale.ROOT);
        return text == null
                || List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+")).stream()
                        .allMatch(in::contains);
    }
}
