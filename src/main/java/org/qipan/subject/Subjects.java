package org.qipan.subject;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        return all.stream().filter(row -> row.id() == id).findFirst().map(row -> {
            LocalDate to = row.to();
            LocalDate day = to != null && !to.isAfter(today()) ? to.minusDays(1) : today();
            return SubjectTree.on(all, day.isBefore(row.from()) ? row.from() : day)
                    .subject(row);
        });
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

    SubjectTree tree() {
        return SubjectTree.on(table.all(), today());
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
