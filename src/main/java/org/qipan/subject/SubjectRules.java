package org.qipan.subject;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Whether the tree would still be a tree, and its names fit to be read, after somebody's changes. */
@Component
class SubjectRules {

    static final int NAME = 60;
    static final int BASIS = 300;
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{2,24}");
    private static final Pattern DEPARTMENT = Pattern.compile("-[0-9]{2,4}");

    private final SubjectNames names;
    private final SubjectTerms terms;

    SubjectRules(SubjectNames names, SubjectTerms terms) {
        this.names = names;
        this.terms = terms;
    }

    /** @param tree before the changes */
    List<SubjectFault> broken(SubjectTree tree, List<SubjectEntry> entries) {
        List<SubjectFault> faults = new ArrayList<>();
        Map<String, SubjectRow> after = tree.rows();
        Set<String> codes = new HashSet<>();
        for (SubjectEntry entry : entries) {
            if (!CODE.matcher(entry.code()).matches()) {
                add(faults, entry, "code", "form", entry.code());
            } else if (!codes.add(entry.code())) {
                add(faults, entry, "code", "twice", entry.code());
            } else if (entry.retired()) {
                if (after.remove(entry.code()) == null) {
                    add(faults, entry, "code", "unknown", entry.code());
                }
            } else {
                texts(faults, entry);
                after.put(entry.code(), row(entry));
            }
        }
        for (SubjectEntry entry : entries) {
            place(faults, entry, after);
        }
        return faults;
    }

    private void texts(List<SubjectFault> faults, SubjectEntry entry) {
        int length = entry.name().codePointCount(0, entry.name().length());
        if (length == 0 || length > NAME) {
            add(faults, entry, "name", "length", Integer.toString(NAME));
        }
        names.forbidden(entry.name()).ifPresent(word -> add(faults, entry, "name", "word", word));
        if (entry.basis().length() > BASIS) {
            add(faults, entry, "basis", "length", Integer.toString(BASIS));
        }
        names.forbidden(entry.basis()).ifPresent(word -> add(faults, entry, "basis", "word", word));
        String department = entry.department();
        if (department != null && !DEPARTMENT.matcher(department).matches()) {
            add(faults, entry, "department", "form", department);
        }
        String term = entry.term();
        if (term != null && SubjectTerms.of(terms.all(), term).isEmpty()) {
            add(faults, entry, "term", "unknown", term);
        }
    }

    private static void place(List<SubjectFault> faults, SubjectEntry entry, Map<String, SubjectRow> after) {
        if (entry.retired()) {
            after.values().stream()
                    .filter(row -> entry.code().equals(row.parent()))
                    .findFirst()
                    .ifPresent(row -> add(faults, entry, "code", "below", row.name()));
            return;
        }
        String parent = entry.parent();
        if (parent != null && !after.containsKey(parent)) {
            add(faults, entry, "parent", "unknown", parent);
        } else if (circular(entry.code(), after)) {
            add(faults, entry, "parent", "circle", Objects.toString(parent, ""));
        }
        after.values().stream()
                .filter(row -> !row.code().equals(entry.code())
                        && row.name().equals(entry.name())
                        && Objects.equals(row.parent(), parent))
                .findFirst()
                .ifPresent(row -> add(faults, entry, "name", "taken", row.code()));
    }

    private static boolean circular(String code, Map<String, SubjectRow> after) {
        Set<String> seen = new HashSet<>();
        SubjectRow at = after.get(code);
        while (at != null && at.parent() != null) {
            if (!seen.add(at.code())) {
                return true;
            }
            at = after.get(at.parent());
        }
        return false;
    }

    private static SubjectRow row(SubjectEntry entry) {
        return new SubjectRow(
                0,
                entry.code(),
                entry.parent(),
                entry.name(),
                entry.department(),
                entry.term(),
                entry.basis(),
                java.time.LocalDate.MIN,
                null);
    }

    private static void add(List<SubjectFault> faults, SubjectEntry entry, String field, String what, String value) {
        faults.add(new SubjectFault(entry.line(), field, "subject.fault." + field + "." + what, value));
    }
}
