package org.qipan.campaign;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    private record Asked(long item, UUID campaign, String unit, String measure) {}

    @Override
    public Map<Long, BigDecimal> values(long us) {
        List<Asked> asked = jdbc.sql("""
                select ci.id as item, us.campaign, us.unit, ci.measure from unit_stage us
                join campaign_item ci on ci.stage = us.stage and ci.measure is not null where us.id = ?""").param(us).query(Asked.class).list();
        Measures counted = measures.getIfAvailable();
        if (asked.isEmpty() || counted == null) {
            return Map.of();
        }
        Asked any = asked.get(0);
        Map<String, BigDecimal> own = counted.totals(
                        any.campaign(),
                        asked.stream().map(Asked::measure).distinct().toList(),
                        any.unit())
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
