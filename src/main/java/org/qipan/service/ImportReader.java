package org.qipan.service;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;
import org.qipan.worklist.Refused.Reason;
import org.springframework.stereotype.Component;

/** Turns lines of texts into entries, or into errors with line, column and reason. */
@Component
class ImportReader {

    private static final List<String> COLUMNS =
            List.of("day", "unit", "kind", "quantity", "secondQuantity", "grid", "note", "clientId");
    private static final List<String> REQUIRED = List.of("day", "kind", "quantity");

    private final ServiceCatalogue catalogue;
    private final EntryRules rules;
    private final RecordTexts texts;
    private final Clock clock;

    ImportReader(ServiceCatalogue catalogue, EntryRules rules, RecordTexts texts, Clock clock) {
        this.catalogue = catalogue;
        this.rules = rules;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param fingerprint of the file: lines without an id of their own get one from it, so the same file twice counts once */
    Result read(List<List<String>> lines, Post as, @Nullable UUID campaign, String fingerprint) {
        Map<String, Integer> columns = lines.isEmpty() ? Map.of() : columns(lines.get(0));
        List<Problem> problems = new ArrayList<>();
        for (String required : REQUIRED) {
            if (!columns.containsKey(required)) {
                problems.add(new Problem(1, label(required), texts.text("service.import.column")));
            }
        }
        List<Entry> entries = new ArrayList<>();
        if (problems.isEmpty()) {
            var line = new LineReader(columns, as, campaign, fingerprint);
            for (int i = 1; i < lines.size(); i++) {
                if (lines.get(i).stream().anyMatch(cell -> !cell.isBlank())) {
                    line.read(i + 1, lines.get(i)).ifPresentOrElse(entries::add, () -> problems.addAll(line.problems));
                }
            }
        }
        return new Result(entries, problems);
    }

    private Map<String, Integer> columns(List<String> heading) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < heading.size(); i++) {
            String cell = heading.get(i).strip();
            for (String column : COLUMNS) {
                boolean named = cell.equalsIgnoreCase(column)
                        || cell.equalsIgnoreCase(texts.text(Locale.CHINESE, "service.column." + column))
                        || cell.equalsIgnoreCase(texts.text(Locale.ENGLISH, "service.column." + column));
                if (named) {
                    columns.putIfAbsent(column, i);
                }
            }
        }
        return columns;
    }

    private String label(String column) {
        return texts.text("service.column." + column);
    }

    /** Entries of the good lines, problems of the others. */
    record Result(List<Entry> entries, List<Problem> problems) {}

    /** @param line as a spreadsheet numbers it */
    record Problem(int line, String column, String reason) {}

    private final class LineReader {

        private final Map<String, Integer> columns;
        private final Post as;
        private final @Nullable UUID campaign;
        private final String fingerprint;
        private final Map<String, ServiceKind> kinds = new LinkedHashMap<>();
        private final Map<String, String> names = new HashMap<>();
        private final Map<String, Boolean> units = new HashMap<>();
        private List<Problem> problems = new ArrayList<>();
        private int number;
        private List<String> cells = List.of();

        LineReader(Map<String, Integer> columns, Post as, @Nullable UUID campaign, String fingerprint) {
            this.columns = columns;
            this.as = as;
            this.campaign = campaign;
            this.fingerprint = fingerprint;
            for (ServiceKind kind : catalogue.all()) {
                kinds.put(kind.key(), kind);
                names.put(kind.key(), kind.key());
                names.put(texts.text(Locale.CHINESE, kind.label()), kind.key());
                names.put(texts.text(Locale.ENGLISH, kind.label()).toLowerCase(Locale.ROOT), kind.key());
            }
        }

        Optional<Entry> read(int line, List<String> content) {
            number = line;
            cells = content;
            problems = new ArrayList<>();
            LocalDate day = day();
            String kind = kind();
            BigDecimal quantity = number("quantity");
            BigDecimal second = cell("secondQuantity") == null ? null : number("secondQuantity");
            UUID client = client();
            if (!problems.isEmpty() || day == null || kind == null || quantity == null || client == null) {
                return Optional.empty();
            }
            String unit = cell("unit");
            var entry = new Entry(
                    client,
                    unit == null ? as.unit() : unit,
                    kind,
                    quantity,
                    second,
                    day,
                    cell("grid"),
                    cell("note"),
                    campaign,
                    clock.instant());
            List<Reason> broken = rules.broken(
                    entry,
                    as,
                    key -> Optional.ofNullable(kinds.get(key)),
                    code -> units.computeIfAbsent(code, c -> rules.unitAllowed(c, as)));
            broken.forEach(reason -> problem(
                    reason.field() == null ? "kind" : reason.field(),
                    texts.text(reason.key(), reason.arguments().toArray())));
            return broken.isEmpty() ? Optional.of(entry) : Optional.empty();
        }

        private @Nullable LocalDate day() {
            String text = cell("day");
            LocalDate day = text == null ? null : ImportDates.read(text);
            if (day != null) {
                return day;
            }
            problem("day", texts.text("service.import.day"));
            return null;
        }

        private @Nullable String kind() {
            String text = cell("kind");
            String key = text == null ? null : names.getOrDefault(text, names.get(text.toLowerCase(Locale.ROOT)));
            if (key == null) {
                problem("kind", texts.text("service.refused.kind"));
            }
            return key;
        }

        private @Nullable BigDecimal number(String column) {
            String text = cell(column);
            if (text != null && text.matches("-?[0-9]{1,12}([.][0-9]{1,6})?")) {
                return new BigDecimal(text);
            }
            problem(column, texts.text("service.refused.unread"));
            return null;
        }

        private @Nullable UUID client() {
            String text = cell("clientId");
            if (text == null) {
                return UUID.nameUUIDFromBytes((fingerprint + ":" + number).getBytes(StandardCharsets.UTF_8));
            }
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                problem("clientId", texts.text("service.refused.unread"));
                return null;
            }
        }

        private @Nullable String cell(String column) {
            Integer at = columns.get(column);
            String text = at == null || at >= cells.size() ? "" : cells.get(at).strip();
            return text.isEmpty() ? null : text;
        }

        private void problem(String column, String reason) {
            problems.add(new Problem(number, label(column), reason));
        }
    }
}
