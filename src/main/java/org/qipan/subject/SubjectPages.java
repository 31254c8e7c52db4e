package org.qipan.subject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.CurrentStaff;
import org.qipan.page.Texts;
import org.springframework.stereotype.Component;

/** What the pages of subjects show. */
@Component
class SubjectPages {

    private static final int DEEPEST = 6;

    private final Subjects subjects;
    private final SubjectTable table;
    private final SubjectOffices offices;
    private final CurrentStaff current;
    private final SubjectTerms terms;
    private final Texts texts;

    SubjectPages(
            Subjects subjects,
            SubjectTable table,
            SubjectOffices offices,
            CurrentStaff current,
            SubjectTerms terms,
            Texts texts) {
        this.subjects = subjects;
        this.table = table;
        this.offices = offices;
        this.current = current;
        this.terms = terms;
        this.texts = texts;
    }

    /** One version of a subject. @param state {@code past}, {@code present} or {@code ahead} */
    record Version(
            SubjectRow row, String department, @Nullable SubjectTerm term, String state) {}

    /** A choice of a department. */
    record Office(String suffix, String name) {}

    /** The tree, or what matches and everything above it. */
    List<SubjectLine> lines(String text) {
        SubjectTree tree = subjects.tree();
        Map<String, String> names = offices.known(current.get());
        Set<String> shown = new HashSet<>();
        tree.walk((row, depth) -> {
            if (Subjects.matches(tree, row, text)) {
                SubjectRow at = row;
                while (at != null && shown.add(at.code())) {
                    at = at.parent() == null ? null : tree.row(at.parent());
                }
            }
        });
        List<SubjectTerm> known = terms.all();
        List<SubjectLine> lines = new ArrayList<>();
        tree.walk((row, depth) -> {
            if (shown.contains(row.code())) {
                lines.add(new SubjectLine(
                        row.code(),
                        row.name(),
                        Math.min(depth, DEEPEST),
                        tree.leaf(row.code()),
                        office(names, row.department()),
                        SubjectTerms.of(known, row.term()).orElse(null),
                        row.basis()));
            }
        });
        return lines;
    }

    /** All versions of a subject, newest first; empty if there never was one. */
    List<Version> versions(String code) {
        Map<String, String> names = offices.known(current.get());
        LocalDate today = subjects.today();
        List<SubjectTerm> known = terms.all();
        return table.history(code).stream()
                .map(row -> new Version(
                        row,
                        office(names, row.department()),
                        SubjectTerms.of(known, row.term()).orElse(null),
                        row.holds(today) ? "present" : row.from().isAfter(today) ? "ahead" : "past"))
                .toList();
    }

    List<SubjectTerm> terms() {
        return terms.all();
    }

    List<Office> offices() {
        return offices.known(current.get()).entrySet().stream()
                .map(entry -> new Office(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Texts of faults by field; {@code form} for the others. */
    Map<String, String> errors(List<SubjectFault> faults) {
        Map<String, String> errors = new LinkedHashMap<>();
        faults.forEach(fault ->
                errors.merge(fault.field(), texts.text(fault.key(), fault.value()), (one, two) -> one + " " + two));
        return errors;
    }

    private static String office(Map<String, String> names, @Nullable String suffix) {
        return suffix == null ? "" : names.getOrDefault(suffix, suffix);
    }
}
