package org.qipan.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.qipan.plan.DutyItems.Item;
import org.qipan.worklist.Refused.Reason;

/** A duty list as a CSV file: code,title,basis,source. Nothing counts while one line is wrong. */
record DutyCsv(List<Item> items, List<Fault> faults) {

    private static final List<String> HEAD = List.of("code", "title", "basis", "source");
    private static final int LONGEST = 200;
    private static final int MOST = 5_000;

    /** @param line from 1 @param column from 1, 0 for the whole line */
    record Fault(int line, int column, Reason reason) {}

    static DutyCsv read(String text, String list, LocalDate from, PlanWords words) {
        List<Item> items = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        List<String> lines = text.replace("\uFEFF", "").lines().toList();
        for (int n = 1; n <= lines.size(); n++) {
            String line = lines.get(n - 1);
            List<String> cells = cells(line);
            if (line.isBlank() || n == 1 && cells.equals(HEAD)) {
                continue;
            }
            if (n > MOST || cells.size() != HEAD.size()) {
                faults.add(fault(n, 0, n > MOST ? "long" : "columns"));
                continue;
            }
            for (int column = 1; column <= HEAD.size(); column++) {
                String cell = cells.get(column - 1);
                if (cell.isEmpty() || cell.length() > LONGEST) {
                    faults.add(fault(n, column, cell.isEmpty() ? "empty" : "toolong"));
                }
                String word = words.forbidden(cell).orElse(null);
                if (word != null) {
                    faults.add(new Fault(n, column, new Reason(null, "plan.refused.word", List.of(word))));
                }
            }
            if (!codes.add(cells.get(0))) {
                faults.add(fault(n, 1, "twice"));
            }
            items.add(new Item(list, cells.get(0), cells.get(1), cells.get(2), cells.get(3), from));
        }
        if (items.isEmpty()) {
            faults.add(fault(1, 0, "nothing"));
        }
        return new DutyCsv(items, faults);
    }

    private static Fault fault(int line, int column, String why) {
        return new Fault(line, column, new Reason(null, "plan.duty.fault." + why, List.of()));
    }

    /** Cells of a line; quotes may enclose a cell, a doubled quote stands for one. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
