package org.qipan.task;

import java.util.List;
import java.util.UUID;
import org.qipan.directory.Post;
import org.qipan.worklist.WorkItem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What went to another post because somebody left a case: the table {@code recusal_item}. */
@Component
class GivenOn {

    /** Nobody has signed for it, and nobody has done anything with it since; a signature that was given back is nothing done. */
    private static final String UNTOUCHED = """
            select g.item, g.role, g.unit from recusal_item g join recusal r on r.id = g.recusal join work_item w on w.id = g.item
            where g.recusal = ? and w.state = 'open' and w.assignee is null
              and not exists (select from work_act a where a.item = w.id and a.at > r.at and a.act not in ('claimed', 'released'))
            order by g.item
            """;

    private final JdbcClient jdbc;

    GivenOn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param role of the post it came from */
    record Given(long item, String role, String unit) {

        Post from() {
            return new Post(role, unit);
        }
    }

    void note(UUID recusal, WorkItem item) {
        jdbc.sql("insert into recusal_item (recusal, item, role, unit) values (?, ?, ?, ?)")
                .params(recusal, item.id(), item.post().role(), item.post().unit())
                .update();
    }

    List<Given> untouched(UUID recusal) {
        return jdbc.sql(UNTOUCHED).param(recusal).query(Given.class).list();
    }
}
