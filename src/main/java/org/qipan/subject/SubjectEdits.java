package org.qipan.subject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qipan.audit.Actor;
import org.qipan.audit.Audit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** What the system administrator does to the tree. Every change is recorded with the state before and after it. */
@Service
class SubjectEdits {

    private static final int LATEST_DAYS = 366;

    private final SubjectTable table;
    private final SubjectRules rules;
    private final Subjects subjects;
    private final Audit audit;

    SubjectEdits(SubjectTable table, SubjectRules rules, Subjects subjects, Audit audit) {
        this.table = table;
        this.rules = rules;
        this.subjects = subjects;
        this.audit = audit;
    }

    /** @param before what holds on that day, null if it is new @param after null where it is retired */
    record Change(
            String code,
            @Nullable SubjectRow before,
            @Nullable SubjectEntry after) {

        /** Part of a message key. */
        public String kind() {
            return before == null ? "added" : after == null ? "retired" : "changed";
        }
    }

    /** @param version of the tree they were held against */
    record Preview(long version, List<Change> changes, List<SubjectFault> faults) {}

    /** What the entries would change from that day on; entries that say what holds already change nothing. */
    @Transactional(readOnly = true)
    public Preview preview(List<SubjectEntry> entries, LocalDate day) {
        long version = table.version();
        SubjectTree tree = SubjectTree.on(table.all(), day);
        List<SubjectFault> faults = new ArrayList<>(rules.broken(tree, entries));
        LocalDate today = subjects.today();
        if (day.isBefore(today) || day.isAfter(today.plusDays(LATEST_DAYS))) {
            faults.add(new SubjectFault(0, "day", "subject.fault.day.form", day.toString()));
        }
        List<Change> changes = new ArrayList<>();
        for (SubjectEntry entry : entries) {
            SubjectRow before = tree.row(entry.code());
            if (entry.retired() ? before != null : before == null || !before.says(entry)) {
                changes.add(new Change(entry.code(), before, entry.retired() ? null : entry));
            }
        }
        return new Preview(version, changes, faults);
    }

    /**
     * Does it.
     *
     * @param version of the tree the person saw
     * @return why not, and nothing changed; empty if it was done
     */
    @Transactional
    public List<SubjectFault> apply(List<SubjectEntry> entries, LocalDate day, long version, Actor actor) {
        boolean seen = table.change() == version;
        Preview preview = preview(entries, day);
        if (!seen) {
            return undone(List.of(new SubjectFault(0, "form", "subject.fault.form.meanwhile", "")));
        }
        if (!preview.faults().isEmpty()) {
            return undone(preview.faults());
        }
        for (Change change : preview.changes()) {
            table.end(change.code(), day, subjects.today());
            SubjectEntry after = change.after();
            if (after != null) {
                table.add(after, day, actor.staff());
            }
            audit.record(actor, "subject.audit." + change.kind(), "subject", change.code(), detail(change, day));
        }
        return List.of();
    }

    /** Takes back what this transaction did. */
    static List<SubjectFault> undone(List<SubjectFault> faults) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return faults;
    }

    private static Map<String, String> detail(Change change, LocalDate day) {
        Map<String, String> detail = new LinkedHashMap<>();
        SubjectRow before = change.before();
        SubjectEntry after = change.after();
        detail.put("from", day.toString());
        detail.put(
                "before",
                before == null
                        ? "-"
                        : words(before.parent(), before.name(), before.department(), before.term(), before.basis()));
        detail.put(
                "after",
                after == null
                        ? "-"
                        : words(after.parent(), after.name(), after.department(), after.term(), after.basis()));
        return detail;
    }

    private static String words(@Nullable String... cells) {
        List<String> words = new ArrayList<>();
        for (String cell : cells) {
            words.add(cell == null ? "-" : cell);
        }
        return String.join(" | ", words);
    }
}
