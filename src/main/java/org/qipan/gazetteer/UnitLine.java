package org.qipan.gazetteer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.AreaRange;
import org.qipan.directory.UnitKind;

/** One row of a list of units: {@code code,name,level,parent}, as the statistics office's lists have it. */
record UnitLine(
        String code, String name, UnitKind kind, @Nullable String parent) {

    static final List<String> HEADER = List.of("code", "name", "level", "parent");
    /** Lists of departments call the third column by what it holds there. */
    static final List<String> HEADER_KIND = List.of("code", "name", "kind", "parent");

    private static final Pattern AREA = Pattern.compile("\\d{12}");
    private static final Pattern BELOW = Pattern.compile("(\\d{12})-\\d{2,3}");
    /** A spreadsheet would run such a cell. */
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@].*");

    private static final Pattern CONTROL = Pattern.compile(".*[\\p{Cntrl}\\uFFFD<>].*");
    private static final int LONGEST_NAME = 60;
    private static final Map<String, UnitKind> KINDS =
            Stream.of(UnitKind.values()).collect(Collectors.toMap(UnitKind::key, Function.identity()));

    /** A cell that cannot be taken: column and message key. */
    record Fault(String field, String reason, String value) {}

    static boolean isHeader(List<String> row) {
        List<String> lower =
                row.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
        return lower.equals(HEADER) || lower.equals(HEADER_KIND);
    }

    /** What is wrong with a row on its own; whether the parent exists is asked of the table. */
    static @Nullable Fault fault(List<String> row) {
        if (row.size() != HEADER.size()) {
            return new Fault("code", "gazetteer.import.fault.columns", String.join(",", row));
        }
        String code = row.get(0);
        if (!AREA.matcher(code).matches() && !BELOW.matcher(code).matches()) {
            return new Fault("code", "gazetteer.import.fault.code", code);
        }
        UnitKind kind = KINDS.get(row.get(2).toLowerCase(Locale.ROOT));
        if (kind == null) {
            return new Fault("level", "gazetteer.import.fault.level", row.get(2));
        }
        Fault name = nameFault(row.get(1));
        if (name != null) {
            return name;
        }
        if (kind != kindOf(code, kind)) {
            return new Fault("level", "gazetteer.import.fault.level.code", row.get(2));
        }
        return parentFits(code, kind, row.get(3))
                ? null
                : new Fault("parent", "gazetteer.import.fault.parent", row.get(3));
    }

    static @Nullable Fault nameFault(String name) {
        if (name.isBlank()) {
            return new Fault("name", "gazetteer.import.fault.name.blank", name);
        }
        if (FORMULA.matcher(name).matches()) {
            return new Fault("name", "gazetteer.import.fault.name.formula", name);
        }
        if (name.length() > LONGEST_NAME || CONTROL.matcher(name).matches()) {
            return new Fault("name", "gazetteer.import.fault.name", name);
        }
        return null;
    }

    /** Only for rows without a {@link #fault}. */
    static UnitLine of(List<String> row) {
        UnitKind kind = UnitKind.valueOf(row.get(2).toUpperCase(Locale.ROOT));
        return new UnitLine(row.get(0), row.get(1), kind, row.get(3).isEmpty() ? null : row.get(3));
    }

    /** Statistical code of the area the unit serves. */
    long area() {
        return Long.parseLong(code.substring(0, 12));
    }

    /** The kind a code can have: its digits tell the level, a suffix tells a department or an institution. */
    private static UnitKind kindOf(String code, UnitKind claimed) {
        if (code.length() > 12) {
            return claimed == UnitKind.INSTITUTION ? claimed : UnitKind.DEPARTMENT;
        }
        AreaRange range = AreaRange.of(code);
        long codes = range.to() - range.from() + 1;
        if (codes >= 10_000_000_000L) {
            return UnitKind.PROVINCE;
        }
        if (codes >= 100_000_000L) {
            return UnitKind.PREFECTURE;
        }
        if (codes >= 1_000_000L) {
            return UnitKind.COUNTY;
        }
        return codes >= 1_000L ? UnitKind.TOWNSHIP : UnitKind.VILLAGE;
    }

    private static boolean parentFits(String code, UnitKind kind, String parent) {
        if (kind == UnitKind.PROVINCE) {
            return parent.isEmpty();
        }
        if (code.length() > 12) {
            return code.startsWith(parent + "-");
        }
        return AREA.matcher(parent).matches()
                && !parent.equals(code)
                && AreaRange.of(parent).holds(Long.parseLong(code));
    }
}
