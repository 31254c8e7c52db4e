package org.qipan.desk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What waits for a leader to decide it, whatever it is about: the items of 待办 that came to him as a leader and that he can do now. */
@Service
public class LeaderItems {

    private static final int READ = 100;

    private final Desks desks;
    private final OpenLists open;
    private final JdbcClient jdbc;

    LeaderItems(Desks desks, OpenLists open, JdbcClient jdbc) {
        this.desks = desks;
        this.open = open;
        this.jdbc = jdbc;
    }

    /** What is due first stands first. @param weighed models whose items the caller weighs himself */
    public List<ListRow> of(Staff staff, Collection<String> weighed) {
        List<ListRow> rows =
                open.page(led(desks.of(staff)), ListFilter.NONE, READ).rows();
        Set<Long> others = Set.copyOf(
                jdbc.sql("select id from work_item where id = any (:ids) and not blocked and process <> all (:weighed)")
                        .param("ids", rows.stream().map(ListRow::id).toArray(Long[]::new))
                        .param("weighed", weighed.toArray(String[]::new))
                        .query(Long.class)
                        .list());
        return rows.stream().filter(row -> others.contains(row.id())).toList();
    }

    /** His desk as far as he leads, himself or for somebody away; what he was asked to do for others is theirs to decide. */
    private static Desk led(Desk desk) {
        return new Desk(
                desk.staff(),
                desk.posts().stream().filter(LeaderItems::leads).toList(),
                desk.acted().stream().filter(LeaderItems::leads).toList(),
                Map.of(),
                desk.below(),
                desk.reader());
    }

    private static boolean leads(Post post) {
        return post.role().endsWith("-leader");
    }
}
