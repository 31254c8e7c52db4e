package org.qipan.service;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.AreaRange;
import org.qipan.figure.FigureScope;
import org.qipan.figure.Measure;
import org.qipan.figure.MeasureSource;
import org.springframework.stereotype.Component;

/** Every kind of work is a measure, and so is its second quantity. */
@Component
class ServiceMeasures implements MeasureSource {

    private final ServiceCatalogue catalogue;
    private final RecordLists lists;

    ServiceMeasures(ServiceCatalogue catalogue, RecordLists lists) {
        this.catalogue = catalogue;
        this.lists = lists;
    }

    @Override
    public List<Measure> measures() {
        List<Measure> measures = new ArrayList<>();
        for (ServiceKind kind : catalogue.all()) {
            measures.add(new Measure(kind.key(), kind.label(), kind.unitOfMeasure(), kind.decimals()));
            if (kind.secondUnit() != null) {
                measures.add(new Measure(kind.key() + ServiceKind.SECOND, kind.secondLabel(), kind.secondUnit(), 0));
            }
        }
        return measures;
    }

    @Override
    public Map<String, Map<String, BigDecimal>> values(Collection<String> measures, FigureScope scope) {
        List<String> kinds =
                measures.stream().map(ServiceMeasures::kind).distinct().toList();
        Map<String, Map<String, BigDecimal>> values = new LinkedHashMap<>();
        lists.sums(scope.campaign(), kinds, AreaRange.of(scope.within()), scope.from(), scope.to())
                .forEach((unit, sums) -> {
                    // a department serves the whole town, but its figures are its own
                    if (scope.within().contains("-") && !scope.within().equals(unit)) {
                        return;
                    }
                    Map<String, BigDecimal> row = values.computeIfAbsent(unit, u -> new LinkedHashMap<>());
                    for (String measure : measures) {
                        @Nullable BigDecimal value = value(measure, sums.get(kind(measure)));
                        if (value != null) {
                            row.put(measure, value);
                        }
                    }
                });
        return values;
    }

    @Override
    public List<Source> sources(String measure, FigureScope scope) {
        boolean department = scope.within().contains("-");
        return lists
                .behind(
                        kind(measure),
                        AreaRange.of(scope.within()),
                        department ? scope.within() : null,
                        scope.campaign(),
                        scope.from(),
                        scope.to())
                .stream()
                .filter(record -> !measure.endsWith(ServiceKind.SECOND) || record.secondQuantity() != null)
                .map(record -> source(record, measure))
                .toList();
    }

    private static Source source(WorkRecord record, String measure) {
        @Nullable BigDecimal second = record.secondQuantity();
        BigDecimal value = measure.endsWith(ServiceKind.SECOND) && second != null ? second : record.quantity();
        return new Source(
                record.id(),
                record.unit(),
                record.day(),
                value,
                "/work-records/" + record.id(),
                record.counts(),
                record.reason());
    }

    private static @Nullable BigDecimal value(String measure, RecordLists.@Nullable Sum sum) {
        if (sum == null) {
            return null;
        }
        return measure.endsWith(ServiceKind.SECOND) ? sum.second() : sum.quantity();
    }

    private static String kind(String measure) {
        return measure.endsWith(ServiceKind.SECOND)
                ? measure.substring(0, measure.length() - ServiceKind.SECOND.length())
                : measure;
    }
}
