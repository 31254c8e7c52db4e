package org.qipan.campaign;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.qipan.plan.Measures;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The measures of a unit's items, from the work records of this unit and campaign. */
@Component
class RecordedItems implements MeasuredItems {

    private final JdbcClient jdbc;
    private final ObjectProvider<Measures> measures;

    RecordedItems(JdbcClient jdbc, ObjectProvider<Measures> measures) {
        this.jdbc = jdbc;
        this.measures = measures;
    }

    private record Asked(
            long item, UUID campaign, String unit, String measure, LocalDate opens, LocalDate closes, boolean shared) {}

    @Override
    public Map<Long, BigDecimal> values(long us) {
        List<Asked> asked = jdbc.sql("""
                select ci.id as item, us.campaign, us.unit, ci.measure, s.opens, s.closes, %s as shared from unit_stage us
                join campaign_stage s on s.id = us.stage
                join campaign_item ci on ci.stage = us.stage and ci.measure is not null where us.id = ?""".formatted(ItemRules.SHARED))
                .param(us)
                .query(Asked.class)
                .list();
        Measures counted = measures.getIfAvailable();
        if (counted == null) {
            return Map.of();
        }
        Map<Long, BigDecimal> values = new HashMap<>();
        asked.stream()
                .collect(Collectors.groupingBy(Asked::shared))
                .forEach((shared, items) -> values.putAll(values(counted, items, shared)));
        return values;
    }

    private static Map<Long, BigDecimal> values(Measures counted, List<Asked> asked, boolean shared) {
        Asked any = asked.get(0);
        Map<String, BigDecimal> own = counted.totals(
                        any.campaign(),
                        asked.stream().map(Asked::measure).distinct().toList(),
                        any.unit(),
                        shared ? any.opens() : null,
                        shared ? any.closes() : null)
                .getOrDefault(any.unit(), Map.of());
        Map<Long, BigDecimal> values = new HashMap<>();
        for (Asked item : asked) {
            BigDecimal value = own.get(item.measure());
            if (value != null) {
                values.put(item.item(), value);
            }
        }
        return values;
    }
}
