package org.qipan.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qipan.desk.BulkView.Line;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.worklist.Levels;
import org.qipan.worklist.Readings;
import org.qipan.worklist.Urges;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * 标为已阅 and 催办 for all rows of a list: first what would happen with which row, then the same again after it was done. Between the two
 * others go on working, so every row is asked for anew.
 */
@Service
class Bulk {

    static final int MOST = 500;

    private final JdbcClient jdbc;
    private final PastLists past;
    private final OpenLists open;
    private final Readings readings;
    private final Urges urges;
    private final Directory directory;

    Bulk(JdbcClient jdbc, PastLists past, OpenLists open, Readings readings, Urges urges, Directory directory) {
        this.jdbc = jdbc;
        this.past = past;
        this.open = open;
        this.readings = readings;
        this.urges = urges;
        this.directory = directory;
    }

    BulkView reading(Desk desk, ListFilter filter) {
        ListPage page = past.toRead(desk, filter, MOST);
        Set<Long> receipts = readings.receipts(ids(page));
        return view("read", false, lines(page, id -> receipts.contains(id) ? "receipt" : null), page, filter);
    }

    BulkView read(Desk desk, ListFilter filter, Collection<Long> asked) {
        Map<Long, Line> known = copiesOf(desk, asked);
        Set<Long> receipts = readings.receipts(known.keySet());
        Set<Long> done = readings.readAll(known.keySet(), desk.staff());
        return view(
                "read",
                true,
                outcomes(known, id -> done.contains(id) ? null : receipts.contains(id) ? "receipt" : "already"),
                null,
                filter);
    }

    BulkView urging(Desk desk, ListFilter filter) {
        ListPage page = open.page(desk, filter, MOST);
        Map<Long, String> refused = urges.refused(ids(page));
        return view("urge", false, lines(page, refused::get), page, filter);
    }

    BulkView urge(Desk desk, ListFilter filter, Collection<Long> asked) {
        Map<Long, Line> known = itemsBelow(desk, asked);
        Map<Long, String> refused = urges.refused(known.keySet());
        Set<Long> done = urges.urge(known.keySet(), desk.staff().id(), above(desk));
        return view(
                "urge",
                true,
                outcomes(known, id -> done.contains(id) ? null : refused.getOrDefault(id, "closed")),
                null,
                filter);
    }

    /** Why a row is left alone; null if it is not. */
    private interface Reason {
        @Nullable
        String of(long id);
    }

    private static List<Line> lines(ListPage page, Reason reason) {
        return page.rows().stream()
                .map(row -> new Line(
                        row.id(),
                        Objects.requireNonNullElse(row.subject(), row.title()),
                        row.post() == null ? row.unit() : row.post(),
                        reason.of(row.id())))
                .toList();
    }

    private static List<Line> outcomes(Map<Long, Line> known, Reason reason) {
        return new TreeSet<>(known.keySet())
                .stream()
                        .map(id -> {
                            Line line = Objects.requireNonNull(known.get(id));
                            return new Line(id, line.text(), line.place(), reason.of(id));
                        })
                        .toList();
    }

    private static BulkView view(
            String act, boolean done, List<Line> lines, @Nullable ListPage page, ListFilter filter) {
        List<Line> ready = new ArrayList<>();
        List<Line> refused = new ArrayList<>();
        for (Line line : lines) {
            if (line.reason() == null) {
                ready.add(line);
            } else {
                String key = "desk.bulk." + act + "." + line.reason();
                refused.add(new Line(line.id(), line.text(), line.place(), key));
            }
        }
        String ids = ready.stream().map(line -> String.valueOf(line.id())).collect(Collectors.joining(","));
        return new BulkView(act, done, ready, refused, page != null && page.next() != null, ids, filter);
    }

    private static List<Long> ids(ListPage page) {
        return page.rows().stream().map(ListRow::id).toList();
    }

    private Map<Long, Line> copiesOf(Desk desk, Collection<Long> asked) {
        return rows(desk, asked, """
                        select w.id, w.subject as text, w.role, w.unit from work_copy w where w.id = any(:ids)
                        """).stream()
                .filter(row -> desk.holds(new Post(row.role(), row.unit())))
                .collect(Collectors.toMap(Row::id, this::line));
    }

    private Map<Long, Line> itemsBelow(Desk desk, Collection<Long> asked) {
        return rows(desk, asked, """
                        select w.id, coalesce(w.subject, w.title) as text, w.role, w.unit from work_item w where w.id = any(:ids)
                        """).stream()
                .filter(row -> desk.covers(row.unit(), Levels.of(row.unit())))
                .collect(Collectors.toMap(Row::id, this::line));
    }

    private record Row(long id, String text, String role, String unit) {}

    private List<Row> rows(Desk desk, Collection<Long> asked, String sql) {
        Map<String, Object> parameters = new java.util.HashMap<>();
        ListSql.exclusion(desk, parameters);
        parameters.put("ids", asked.stream().distinct().limit(MOST).toArray(Long[]::new));
        return jdbc.sql(sql + ListSql.NOT_EXCLUDED)
                .params(parameters)
                .query(Row.class)
                .list();
    }

    private Line line(Row row) {
        return new Line(row.id(), row.text(), directory.title(new Post(row.role(), row.unit())), null);
    }

    /** The post that urges: the first from which one looks down. */
    private static Post above(Desk desk) {
        return desk.posts().stream()
                .filter(post -> post.role().endsWith("-officer") || post.role().endsWith("-leader"))
                .findFirst()
                .orElse(desk.posts().get(0));
    }
}
