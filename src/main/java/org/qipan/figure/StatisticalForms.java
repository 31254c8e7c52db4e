package org.qipan.figure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The forms that come with Qipan, and the engine that fills any form from the records. */
@Service
public class StatisticalForms {

    private static final List<String> IDS = List.of("a", "b", "c");

    private final List<MeasureSource> sources;
    private final ObjectMapper json;

    StatisticalForms(List<MeasureSource> sources, ObjectMapper json) {
        this.sources = List.copyOf(sources);
        this.json = json;
    }

    /** Everything that is counted, by key, in the order of the sources. */
    public Map<String, Measure> measures() {
        Map<String, Measure> measures = new LinkedHashMap<>();
        sources.forEach(source -> source.measures().forEach(measure -> measures.put(measure.key(), measure)));
        return measures;
    }

    /** @throws IllegalArgumentException if nothing of that name is counted */
    public Measure measure(String key) {
        Measure measure = measures().get(key);
        if (measure == null) {
            throw new IllegalArgumentException("no measure " + key);
        }
        return measure;
    }

    /** Forms A, B and C. */
    public List<StatisticalForm> all() {
        return IDS.stream().map(this::named).toList();
    }

    /** @throws IllegalArgumentException if there is no such form */
    public StatisticalForm named(String id) {
        if (!IDS.contains(id)) {
            throw new IllegalArgumentException("no form " + id);
        }
        try (InputStream in = StatisticalForms.class.getResourceAsStream("/figures/form-" + id + ".json")) {
            JsonNode definition = json.readTree(in);
            Map<String, Measure> measures = measures();
            List<Column> columns = new ArrayList<>();
            definition.get("columns").forEach(column -> columns.add(column(column, measures)));
            return new StatisticalForm(id, definition.get("version").asInt(), null, List.copyOf(columns));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A form of chosen columns; keys are measures or rates of the forms that come with Qipan. Unknown keys are left out. */
    public StatisticalForm of(String id, String name, Collection<String> keys) {
        Map<String, Column> known = columns();
        List<Column> columns = new ArrayList<>();
        for (String key : keys) {
            Column column = known.get(key);
            if (column != null) {
                columns.add(column);
            }
        }
        return new StatisticalForm(id, 1, name, List.copyOf(columns));
    }

    /** Every column there is to choose from. */
    public Map<String, Column> columns() {
        Map<String, Column> columns = new LinkedHashMap<>();
        measures().values().stream().map(Column::of).forEach(column -> columns.put(column.key(), column));
        all().stream()
                .flatMap(form -> form.columns().stream())
                .filter(Column::rate)
                .forEach(column -> columns.put(column.key(), column));
        return columns;
    }

    /** Fills a form. @param rows units that get a row even if they recorded nothing */
    public Sheet fill(StatisticalForm form, FigureScope scope, List<String> rows) {
        Set<String> keys = new LinkedHashSet<>();
        form.columns().forEach(column -> keys.addAll(column.measures()));
        var plan = new RowPlan(scope.within(), rows);
        Map<String, Map<String, BigDecimal>> byRow = new LinkedHashMap<>();
        Map<String, BigDecimal> total = new HashMap<>();
        for (MeasureSource source : sources) {
            List<String> own = source.measures().stream()
                    .map(Measure::key)
                    .filter(keys::contains)
                    .toList();
            source.values(own, scope).forEach((unit, values) -> {
                Map<String, BigDecimal> row = byRow.computeIfAbsent(plan.rowOf(unit), r -> new HashMap<>());
                values.forEach((measure, value) -> {
                    row.merge(measure, value, BigDecimal::add);
                    total.merge(measure, value, BigDecimal::add);
                });
            });
        }
        List<Sheet.Row> filled = plan.rows().stream()
                .map(unit -> row(form, unit, byRow.getOrDefault(unit, Map.of())))
                .toList();
        return new Sheet(form, filled, row(form, scope.within(), total));
    }

    /**
     * The records behind one cell.
     *
     * @param row code of the row's unit, or of the scope itself for the total when {@code total}
     * @param measure one of the column's measures
     */
    public List<MeasureSource.Source> behind(
            String measure, FigureScope scope, List<String> rows, String row, boolean total) {
        var plan = new RowPlan(scope.within(), rows);
        return sources.stream()
                .filter(source ->
                        source.measures().stream().anyMatch(m -> m.key().equals(measure)))
                .flatMap(source -> source.sources(measure, scope).stream())
                .filter(record -> total || plan.rowOf(record.unit()).equals(row))
                .toList();
    }

    private static Sheet.Row row(StatisticalForm form, String unit, Map<String, BigDecimal> sums) {
        return new Sheet.Row(
                unit, form.columns().stream().map(column -> column.cell(sums)).toList());
    }

    private static Column column(JsonNode definition, Map<String, Measure> measures) {
        if (definition.has("measure")) {
            return Column.of(measure(definition.get("measure").asText(), measures));
        }
        return Column.rate(
                definition.get("key").asText(),
                definition.get("label").asText(),
                measure(definition.get("part").asText(), measures),
                measure(definition.get("whole").asText(), measures));
    }

    private static Measure measure(String key, Map<String, Measure> measures) {
        Measure measure = measures.get(key);
        if (measure == null) {
            throw new IllegalStateException("no measure " + key);
        }
        return measure;
    }
}
