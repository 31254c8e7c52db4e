package org.qipan.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qipan.directory.Post;
import org.qipan.worklist.Levels;
import org.qipan.worklist.StandIns;
import org.springframework.stereotype.Component;

/**
 * The statement of 待办. One index range per post or area, read in the order of the index and cut there, then merged: the page costs what
 * it shows, not what matches. Who may see what is part of the statement.
 */
@Component
class ListSql {

    private static final String COLUMNS =
            "w.id, w.kind, w.case_id, w.number, w.title, w.subject, w.said, w.stage, w.role, w.unit, w.assignee, w.created, w.due, w.started, w.paused,"
                    + " w.blocked, w.ended, w.claim, w.returned, w.version";

    /** The one whose item it is, where the reader stands in for him. */
    private static final String ABSENT =
            "(select s.name from staff s where s.id = acting_for(:staff, t.role, t.unit, t.case_id, :day))";

    private final FilterSql conditions;
    private final StandIns standIns;

    ListSql(FilterSql conditions, StandIns standIns) {
        this.conditions = conditions;
        this.standIns = standIns;
    }

    /** A statement and its parameters. */
    record Bound(String sql, Map<String, Object> parameters) {}

    /** Items of the person's own posts, or of the units below, after a key, in the order the filter asks for. */
    Bound page(Desk desk, ListFilter filter, PageKey after, int limit) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        String where = where(desk, filter, parameters)
                + (filter.newestFirst() ? " and w.id < :id" : " and (w.due, w.id) > (cast(:due as timestamptz), :id)")
                + order(filter, "w");
        parameters.put("due", after.moment());
        parameters.put("id", after.id());
        parameters.put("limit", limit);
        List<String> branches = new ArrayList<>();
        if (filter.wantsBelow()) {
            parameters.put("own", desk.units());
            for (String column : List.of("township", "county", "prefecture", "province")) {
                Long[] areas = desk.below().stream()
                        .filter(area -> Levels.column(area).equals(column))
                        .toArray(Long[]::new);
                if (areas.length > 0) {
                    parameters.put(column, areas);
                    branches.add(branch(
                            "unnest(cast(:" + column + " as bigint[])) g(area)",
                            "w." + column + " = g.area and w.unit <> all (:own)",
                            where));
                }
            }
        } else {
            Long[] asked = desk.asked();
            branches.add(posts(desk, (asked.length > 0 ? " and w.id <> all (:asked)" : "") + where, parameters));
            if (asked.length > 0) {
                parameters.put("asked", asked);
                branches.add(branch("unnest(cast(:asked as bigint[])) g(item)", "w.id = g.item", where));
            }
        }
        if (branches.isEmpty()) {
            branches.add("select " + COLUMNS + " from work_item w where false");
        }
        return new Bound(
                "select t.*, " + (desk.acted().isEmpty() || filter.wantsBelow() ? "null" : ABSENT) + " as absent from ("
                        + String.join(" union all ", branches) + ") t" + order(filter, "t"),
                parameters);
    }

    /**
     * Counts those of a list that match each of some filters ({@code hits0}, {@code hits1} …), and how many the list has ({@code looked}): the
     * list is read once for all of them.
     */
    Bound among(Desk desk, List<ListFilter> filters, Bound list) {
        Map<String, Object> parameters = new LinkedHashMap<>(list.parameters());
        StringBuilder counts = new StringBuilder();
        for (int i = 0; i < filters.size(); i++) {
            Map<String, Object> own = new LinkedHashMap<>();
            String where = conditions.of(desk, filters.get(i), own);
            for (Map.Entry<String, Object> entry : own.entrySet()) {
                String name = entry.getKey() + i;
                where = where.replaceAll(":" + entry.getKey() + "\\b", ":" + name);
                parameters.put(name, entry.getValue());
            }
            counts.append("count(*) filter (where true")
                    .append(where)
                    .append(") as hits")
                    .append(i)
                    .append(", ");
        }
        return new Bound(
                "select " + counts + "count(*) as looked from work_item w where w.id in (select c.id from ("
                        + list.sql() + ") c)",
                parameters);
    }

    /** Posts somebody works for are more pairs of the same equality; whether an item of them is his to see is asked row by row. */
    private String posts(Desk desk, String where, Map<String, Object> parameters) {
        List<Post> worked = desk.worked();
        parameters.put("roles", worked.stream().map(Post::role).toArray(String[]::new));
        parameters.put("units", worked.stream().map(Post::unit).toArray(String[]::new));
        String match = "w.role = g.role and w.unit = g.unit";
        if (desk.acted().isEmpty()) {
            return branch("unnest(cast(:roles as text[]), cast(:units as text[])) g(role, unit)", match, where);
        }
        parameters.put("day", standIns.today());
        parameters.put("acted", worked.stream().map(post -> !desk.holds(post)).toArray(Boolean[]::new));
        return branch(
                "unnest(cast(:roles as text[]), cast(:units as text[]), cast(:acted as boolean[])) g(role, unit, acted)",
                match + " and (not g.acted or acting_for(:staff, w.role, w.unit, w.case_id, :day) is not null)",
                where);
    }

    /** @param where conditions, and the order in which the index is read until the page is full */
    private static String branch(String grants, String match, String where) {
        return "(select l.* from " + grants + " cross join lateral (select " + COLUMNS
                + " from work_item w where w.state = 'open' and " + match + where + ") l)";
    }

    private static String order(ListFilter filter, String row) {
        String by = filter.newestFirst() ? row + ".id desc" : row + ".due, " + row + ".id";
        return " order by " + by + " limit :limit";
    }

    private String where(Desk desk, ListFilter filter, Map<String, Object> parameters) {
        exclusion(desk, parameters);
        return NOT_EXCLUDED + conditions.of(desk, filter, parameters);
    }

    /** Subtracts what a person must not know, asked once for all rows; the row is called w. */
    static final String NOT_EXCLUDED =
            " and w.case_id <> all (array(select excluded_cases(:staff, cast(:exUnits as text[]),"
                    + " cast(:exAreas as bigint[]))))";

    static void exclusion(Desk desk, Map<String, Object> parameters) {
        parameters.put("staff", desk.reader().staff());
        parameters.put("exUnits", desk.reader().units());
        parameters.put("exAreas", desk.reader().areas());
    }
}
