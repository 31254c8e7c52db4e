package org.qipan.subject;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qipan.spreadsheet.TableFile;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Reads a CSV or Excel file of subjects: a heading in either language, then a line a subject. */
@Component
class SubjectFile {

    /** Lines of data; one more is the heading. */
    static final int MOST = 5_000;

    static final List<String> COLUMNS = List.of("code", "parent", "name", "department", "term", "basis", "retired");
    private static final List<String> REQUIRED = List.of("code", "name");
    private static final List<Locale> LANGUAGES = List.of(Locale.CHINESE, Locale.ENGLISH);

    private final SubjectTerms terms;
    private final MessageSource messages;

    SubjectFile(SubjectTerms terms, MessageSource messages) {
        this.terms = terms;
        this.messages = messages;
    }

    /** The lines, or why none can be read. */
    record Read(List<SubjectEntry> entries, List<SubjectFault> faults) {}

    Read read(byte[] file) {
        List<List<String>> lines;
        try {
            lines = TableFile.lines(file, MOST + 1);
        } catch (TableFile.Unreadable e) {
            return fault("unreadable", "");
        }
        if (lines.size() > MOST + 1) {
            return fault("long", Integer.toString(MOST));
        }
        Map<String, Integer> columns = columns(lines.isEmpty() ? List.of() : lines.get(0));
        for (String column : REQUIRED) {
            if (!columns.containsKey(column)) {
                return fault("column", column);
            }
        }
        List<SubjectTerm> known = terms.all();
        List<SubjectEntry> entries = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).stream().anyMatch(cell -> !cell.isBlank())) {
                entries.add(entry(i + 1, lines.get(i), columns, known));
            }
        }
        return entries.isEmpty() ? fault("empty", "") : new Read(entries, List.of());
    }

    private static Read fault(String what, String value) {
        return new Read(List.of(), List.of(new SubjectFault(0, "file", "subject.fault.file." + what, value)));
    }

    private Map<String, Integer> columns(List<String> heading) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < heading.size(); i++) {
            for (String column : COLUMNS) {
                if (named(heading.get(i).strip(), column, "subject.column." + column)) {
                    columns.putIfAbsent(column, i);
                }
            }
        }
        return columns;
    }

    private SubjectEntry entry(int line, List<String> cells, Map<String, Integer> columns, List<SubjectTerm> known) {
        String retired = cell(cells, columns, "retired");
        return SubjectEntry.of(
                line,
                cell(cells, columns, "code"),
                cell(cells, columns, "parent"),
                cell(cells, columns, "name"),
                cell(cells, columns, "department"),
                term(cell(cells, columns, "term"), known),
                cell(cells, columns, "basis"),
                named(retired, "1", "subject.retired.yes"));
    }

    /** The code of a term named in either language; what names none stays as it is, and is found fault with. */
    private static String term(String cell, List<SubjectTerm> known) {
        return known.stream()
                .filter(term -> term.names().stream().anyMatch(cell::equalsIgnoreCase))
                .map(SubjectTerm::code)
                .findFirst()
                .orElse(cell);
    }

    private boolean named(String cell, String code, String key) {
        return cell.equalsIgnoreCase(code)
                || LANGUAGES.stream()
                        .anyMatch(language -> cell.equalsIgnoreCase(messages.getMessage(key, null, language)));
    }

    /** Without the apostrophe that keeps a cell like -03 from being a formula. */
    private static String cell(List<String> cells, Map<String, Integer> columns, String column) {
        Integer at = columns.get(column);
        String cell = at == null || at >= cells.size() ? "" : cells.get(at).strip();
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }
}
