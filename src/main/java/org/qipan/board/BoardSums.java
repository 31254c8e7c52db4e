package org.qipan.board;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.qipan.board.BoardQueries.Item;
import org.qipan.board.BoardQueries.StageBar;
import org.qipan.plan.Measures;
import org.springframework.stereotype.Component;

/** What was recorded for the tasks of a stage; a measure that other stages count too is counted by its day. */
@Component
class BoardSums {

    private final Measures measures;

    BoardSums(Measures measures) {
        this.measures = measures;
    }

    /** By unit, then {@link #key}. */
    Map<String, Map<String, BigDecimal>> of(UUID campaign, String within, List<Item> items, StageBar stage) {
        Map<String, Map<String, BigDecimal>> sums = new HashMap<>();
        for (boolean shared : new boolean[] {false, true}) {
            List<String> keys = items.stream()
                    .filter(item -> item.shared() == shared)
                    .map(Item::measure)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            if (!keys.isEmpty()) {
                measures.totals(campaign, keys, within, shared ? stage.opens() : null, shared ? stage.closes() : null)
                        .forEach((unit, own) -> own.forEach((measure, sum) ->
                                sums.computeIfAbsent(unit, u -> new HashMap<>()).put(measure + "/" + shared, sum)));
            }
        }
        return sums;
    }

    static String key(Item item) {
        return item.measure() + "/" + item.shared();
    }
}
