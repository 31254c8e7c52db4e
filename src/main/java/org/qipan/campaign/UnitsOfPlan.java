package org.qipan.campaign;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Directory;
import org.qipan.directory.Unit;
import org.qipan.directory.UnitKind;
import org.qipan.plan.Plan;

/** The units a plan reaches. */
final class UnitsOfPlan {

    private final Directory directory;

    UnitsOfPlan(Directory directory) {
        this.directory = directory;
    }

    /** Who takes part → the unit above it: the owner, the levels below down to the lowest with a task, the departments named. */
    Map<Unit, @Nullable String> of(Plan plan, Unit owner) {
        Set<String> kinds = new LinkedHashSet<>();
        plan.tasks().forEach(t -> {
            if (t.unitKind() != null) {
                kinds.add(t.unitKind());
            }
        });
        Map<Unit, @Nullable String> units = new LinkedHashMap<>();
        units.put(owner, null);
        below(owner, kinds, units);
        Set<String> named = new LinkedHashSet<>();
        plan.tasks().forEach(t -> {
            if (t.lead() != null) {
                named.add(t.lead());
            }
            named.addAll(t.assisting());
        });
        for (String code : named) {
            directory.find(code).ifPresent(unit -> units.putIfAbsent(unit, owner.code()));
        }
        return units;
    }

    private void below(Unit upper, Set<String> kinds, Map<Unit, @Nullable String> units) {
        if (kinds.stream().noneMatch(kind -> rank(kind) > upper.kind().ordinal())) {
            return;
        }
        for (Unit lower : directory.lower(upper.code())) {
            units.put(lower, upper.code());
            below(lower, kinds, units);
        }
    }

    private static int rank(String kind) {
        UnitKind level = UnitKind.valueOf(kind.toUpperCase(java.util.Locale.ROOT));
        return level.compareTo(UnitKind.VILLAGE) <= 0 ? level.ordinal() : -1;
    }
}
