package org.qipan.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qipan.directory.Directory;
import org.qipan.directory.Unit;
import org.qipan.worklist.Levels;
import org.springframework.stereotype.Component;

/**
 * The statement of 待办. One index range per post or area, read in the order of the index and cut there, then merged: the page costs what
 * it shows, not what matches. Who may see what is part of the statement.
 */
@Component
class ListSql {

    private static final String COLUMNS =
            "w.id, w.kind, w.case_id, w.number, w.title, w.subject, w.role, w.unit, w.assignee, w.created, w.due, w.started, w.paused,"
                    + " w.blocked, w.ended, w.claim, w.returned, w.version";

    private final Directory directory;

    ListSql(Directory directory) {
        this.directory = directory;
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
            parameters.put("roles", desk.roles());
            parameters.put("units", desk.units());
            branches.add(branch(
                    "unnest(cast(:roles as text[]), cast(:units as text[])) g(role, unit)",
                    "w.role = g.role and w.unit = g.unit",
                    where));
        }
        if (branches.isEmpty()) {
            branches.add("select " + COLUMNS + " from work_item w where false");
        }
        return new Bound(
                "select t.* from (" + String.join(" union all ", branches) + ") t" + order(filter, "t"), parameters);
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
            String where = conditions(desk, filters.get(i), own);
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
        return NOT_EXCLUDED + conditions(desk, filter, parameters);
    }

    private String conditions(Desk desk, ListFilter filter, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder();
        if (filter.campaign() != null) {
            where.append(" and w.case_id = :campaign");
            parameters.put("campaign", filter.campaign());
        }
        if (filter.stage() != null) {
            where.append(" and w.stage = :stage");
            parameters.put("stage", filter.stage());
        }
        String unit = filter.unit();
        if (unit != null && !unit.isBlank()) {
            where.append(" and w.unit = any (cast(:unitCodes as text[]))");
            parameters.put("unitCodes", unitCodes(desk, unit.strip()));
        }
        String text = filter.text();
        if (text != null && !text.isBlank()) {
            where.append(" and concat_ws(' ', w.title, w.subject, w.number) ilike :text");
            parameters.put("text", like(text.strip()));
        }
        if (filter.onlyUnread()) {
            where.append(" and not exists (select 1 from item_seen s where s.item = w.id and s.staff = :staff)");
        }
        where.append(lamp(filter));
        return where.toString();
    }

    /** Subtracts what a person must not know; the row is called w. */
    static final String NOT_EXCLUDED =
            " and not case_excluded(w.case_id, :staff, cast(:exUnits as text[]), cast(:exAreas as bigint[]))";

    static void exclusion(Desk desk, Map<String, Object> parameters) {
        parameters.put("staff", desk.reader().staff());
        parameters.put("exUnits", desk.reader().units());
        parameters.put("exAreas", desk.reader().areas());
    }

    static String like(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** The same question as {@link ItemLamps} answers; :now and :dueSoon are set by the caller. */
    private static String lamp(ListFilter filter) {
        if (filter.lamp() == null) {
            return "";
        }
        return switch (filter.lamp()) {
            case "over" -> " and not w.paused and not w.ended and w.due <= :now";
            case "soon" ->
                " and not w.paused and not w.ended and w.due > :now and (w.soon <= :now or w.due <= :dueSoon)";
            case "paused" -> " and w.paused";
            case "normal" ->
                " and not w.paused and not w.ended and w.due > :now and w.soon > :now and w.due > :dueSoon";
            default -> "";
        };
    }

    private String[] unitCodes(Desk desk, String typed) {
        return desk.posts().stream()
                .map(org.qipan.directory.Post::unit)
                .distinct()
                .flatMap(unit -> directory.search(typed, unit, 50).stream())
                .map(Unit::code)
                .distinct()
                .toArray(String[]::new);
    }
}
