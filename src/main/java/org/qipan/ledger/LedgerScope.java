package org.qipan.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qipan.desk.Desk;
import org.qipan.directory.AreaRange;
import org.qipan.directory.Post;
import org.qipan.worklist.Levels;

/**
 * Which matters a person may list, as equalities that an index begins with. Goes into every query, never into a page; what
 * {@link org.qipan.complaint.ComplaintSight} says of one matter, this says of many.
 *
 * @param tab {@code desk}: on his complaint desk; {@code below}: of the area he answers for; {@code came}: handled by his unit
 * @param branches one condition each, alias {@code c}
 */
record LedgerScope(String tab, List<Branch> branches, Map<String, Object> parameters) {

    private static final String OFFICER = "complaint-officer";

    static final String NOT_EXCLUDED = notExcluded("c.id");

    private static final String GIVEN =
            " and (exists (select from work_item w where w.case_id = c.id and w.role || '@' || w.unit = any (:groups))"
                    + " or exists (select from work_copy k where k.case_id = c.id and k.role || '@' || k.unit = any (:groups)"
                    + " and (k.opens or not c.sealed)))";

    /** @param sql the condition; its parameters are among those of the scope */
    record Branch(String sql) {}

    /** The tabs a person has, the one he needs most first. */
    static List<String> tabs(Desk desk) {
        List<String> tabs = new ArrayList<>();
        if (!desks(desk).isEmpty()) {
            tabs.add("desk");
        }
        if (!areas(desk).isEmpty()) {
            tabs.add("below");
        }
        tabs.add("came");
        return tabs;
    }

    static LedgerScope of(Desk desk, String tab) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("staff", desk.reader().staff());
        parameters.put("exUnits", desk.reader().units());
        parameters.put("exAreas", desk.reader().areas());
        List<Branch> branches = new ArrayList<>();
        switch (tab) {
            case "desk" -> {
                for (String unit : desks(desk)) {
                    String name = put(parameters, unit);
                    branches.add(new Branch("c.desk = " + name));
                    branches.add(new Branch("c.forwarder = " + name + " and c.desk <> " + name));
                }
            }
            case "below" ->
                areas(desk).stream()
                        .map(AreaRange::from)
                        .forEach(area -> branches.add(new Branch(
                                "not c.sealed and c." + Levels.column(area) + " = " + put(parameters, area))));
            default -> {
                parameters.put("groups", desk.posts().stream().map(Post::group).toArray(String[]::new));
                desk.posts().stream()
                        .map(Post::unit)
                        .distinct()
                        .forEach(unit -> branches.add(new Branch("c.lead = " + put(parameters, unit) + GIVEN)));
                branches.add(new Branch(
                        "c.id in (select k.case_id from work_copy k where k.role || '@' || k.unit = any (:groups)"
                                + " and (k.opens or not c.sealed))"));
            }
        }
        return new LedgerScope(tab, branches, parameters);
    }

    /** Subtracts what the reader must not know, asked once for all rows. @param id column of the matter */
    static String notExcluded(String id) {
        return " and " + id
                + " <> all (array(select excluded_cases(:staff, cast(:exUnits as text[]), cast(:exAreas as bigint[]))))";
    }

    /** All of it as one condition. */
    String whole() {
        return branches.isEmpty()
                ? "false"
                : "(" + String.join(" or ", branches.stream().map(Branch::sql).toList()) + ")" + NOT_EXCLUDED;
    }

    private static String put(Map<String, Object> parameters, Object value) {
        String name = "scope" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }

    /** Units at whose complaint desk he sits. */
    static List<String> desks(Desk desk) {
        return desk.posts().stream()
                .filter(post -> post.role().equals(OFFICER))
                .map(Post::unit)
                .distinct()
                .toList();
    }

    /** Areas above villages of leaders and complaint officers, none within another. */
    static List<AreaRange> areas(Desk desk) {
        List<AreaRange> ranges = desk.posts().stream()
                .filter(post -> post.role().endsWith("-leader") || post.role().equals(OFFICER))
                .filter(post -> !post.unit().contains("-"))
                .map(post -> AreaRange.of(post.unit()))
                .filter(range -> range.from() < range.to())
                .distinct()
                .toList();
        return ranges.stream()
                .filter(range -> ranges.stream().noneMatch(other -> !other.equals(range) && other.contains(range)))
                .toList();
    }
}
