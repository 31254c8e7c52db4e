package org.qipan.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qipan.deadline.Deadlines;
import org.qipan.directory.Post;
import org.qipan.worklist.Errand;
import org.qipan.worklist.WorkRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 待办: open items by page, their number up to a cap, and what the filters can offer. */
@Component
class OpenLists {

    private static final int CAP = 100;
    private static final int OFFERED = 2_000;

    private final JdbcClient jdbc;
    private final ListSql sql;
    private final ItemLamps lamps;
    private final Deadlines deadlines;
    private final RowNames names;
    private final Clock clock;

    OpenLists(JdbcClient jdbc, ListSql sql, ItemLamps lamps, Deadlines deadlines, RowNames names, Clock clock) {
        this.jdbc = jdbc;
        this.sql = sql;
        this.lamps = lamps;
        this.deadlines = deadlines;
        this.names = names;
        this.clock = clock;
    }

    ListPage page(Desk desk, ListFilter filter, int size) {
        ListSql.Bound bound = sql.page(desk, filter, PageKey.of(filter.after(), filter.start()), size + 1);
        List<ListRow> rows = statement(bound).query(this::row).list();
        return ListPage.of(marked(desk, filter, names.given(rows)), size);
    }

    /** Items a person has to do, at most {@value #CAP}: more is shown as 99+. */
    int count(Desk desk, ListFilter filter) {
        ListSql.Bound bound = sql.page(desk, filter, filter.start(), CAP);
        return statement(new ListSql.Bound("select count(*) from (" + bound.sql() + ") c", bound.parameters()))
                .query(Integer.class)
                .single();
    }

    /**
     * How many match each of some filters of the same scope, for their chips. Of a very long list only the first {@value #OFFERED} are looked
     * through, once for all of them, so that twelve chips cost a leader with 50,000 items below him no more than one.
     */
    List<String> badges(Desk desk, List<ListFilter> filters) {
        if (filters.isEmpty()) {
            return List.of();
        }
        ListFilter scope = filters.get(0).scopeOnly();
        ListSql.Bound bound = sql.among(desk, filters, sql.page(desk, scope, PageKey.FIRST, OFFERED));
        return statement(bound)
                .query((row, n) -> {
                    boolean more = row.getInt("looked") == OFFERED;
                    List<String> badges = new ArrayList<>();
                    for (int i = 0; i < filters.size(); i++) {
                        int hits = row.getInt("hits" + i);
                        badges.add(ListView.capped(hits) + (more && hits < CAP ? "+" : ""));
                    }
                    return badges;
                })
                .single();
    }

    /** Campaigns and stages that occur in the list, for the filter bar: the entries of the index are enough to tell them apart. */
    Choices choices(Desk desk, ListFilter scope) {
        ListSql.Bound bound = sql.page(desk, scope, scope.start(), OFFERED);
        Map<String, String> campaigns = new HashMap<>();
        Map<String, String> stages = new HashMap<>();
        statement(new ListSql.Bound(
                        "select w.kind, w.case_id, w.title, w.stage, w.subject from (select c.case_id, c.stage, min(c.id) as id from ("
                                + bound.sql()
                                + ") c group by c.case_id, c.stage) found join work_item w on w.id = found.id",
                        bound.parameters()))
                .query(row -> {
                    if ("campaign".equals(row.getString("kind"))) {
                        campaigns.put(row.getString("case_id"), row.getString("title"));
                    }
                    String subject = row.getString("subject");
                    if (row.getObject("stage") != null && subject != null) {
                        stages.merge(row.getString("stage"), subject, (one, two) -> one.compareTo(two) < 0 ? one : two);
                    }
                });
        return new Choices(sorted(campaigns), sorted(stages));
    }

    record Choices(List<Choice> campaigns, List<Choice> stages) {

        static final Choices NONE = new Choices(List.of(), List.of());
    }

    record Choice(String id, String text) {}

    private static List<Choice> sorted(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(entry -> new Choice(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Choice::text))
                .toList();
    }

    private JdbcClient.StatementSpec statement(ListSql.Bound bound) {
        Map<String, Object> parameters = bound.parameters();
        return jdbc.sql(bound.sql())
                .params(parameters)
                .param("now", OffsetDateTime.now(clock))
                .param("dueSoon", deadlines.dueSoonUntil().atOffset(java.time.ZoneOffset.UTC));
    }

    private List<ListRow> marked(Desk desk, ListFilter filter, List<ListRow> rows) {
        Map<Long, Marks> marks = jdbc
                .sql("""
                        select i.item, exists (select 1 from urge u where u.item = i.item and u.day >= :day and u.told) as urged,
                            exists (select 1 from item_seen s where s.item = i.item and s.staff = :staff) as seen
                        from unnest(cast(:items as bigint[])) i(item)
                        """)
                .param("items", rows.stream().map(ListRow::id).toArray(Long[]::new))
                .param("day", LocalDate.now(clock).minusDays(2))
                .param("staff", desk.staff().id())
                .query(Marks.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Marks::item, Function.identity()));
        return rows.stream()
                .map(row -> {
                    Marks mark = Objects.requireNonNull(marks.get(row.id()));
                    Errand errand = desk.errands().get(row.id());
                    boolean asked = errand != null && errand.of(desk.staff().id());
                    return row.marked(
                            mark.urged(),
                            !mark.seen() && !filter.wantsBelow(),
                            errand != null && asked ? errand.askerName() : null,
                            errand == null || asked ? null : errand.doerName());
                })
                .toList();
    }

    private record Marks(long item, boolean urged, boolean seen) {}

    private ListRow row(ResultSet row, int n) throws SQLException {
        Instant due = WorkRows.instant(row, "due");
        Instant created = row.getObject("created", OffsetDateTime.class).toInstant();
        @Nullable Instant started = WorkRows.instant(row, "started");
        Post post = new Post(row.getString("role"), row.getString("unit"));
        long id = row.getLong("id");
        return new ListRow(
                id,
                "/tasks/" + id,
                row.getObject("case_id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                names.subject(row),
                post.unit(),
                post.group(),
                null,
                created,
                due,
                row.getBoolean("ended") ? null : lamps.of(started, created, due, row.getBoolean("paused")),
                row.getBoolean("blocked"),
                row.getBoolean("ended"),
                row.getBoolean("claim") && row.getObject("assignee") == null,
                false,
                row.getBoolean("returned"),
                false,
                row.getString("absent"),
                null,
                null,
                PageKey.text(due, id));
    }
}
