package org.qipan.worklist;

import java.util.List;
import java.util.UUID;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person has in hand in a case, whether or not he may know of it. */
@Component
public class HeldItems {

    private final JdbcClient jdbc;

    HeldItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open items that wait for one of his posts or that he signed for. */
    public List<WorkItem> of(Staff staff, UUID caseId) {
        return jdbc.sql("""
                        select * from work_item where case_id = :case and state = 'open'
                            and (role || '@' || unit = any (:groups) or assignee = :staff) order by id
                        """)
                .param("case", caseId)
                .param("groups", staff.posts().stream().map(Post::group).toArray(String[]::new))
                .param("staff", staff.id())
                .query(WorkRows::item)
                .list();
    }

    /** Open items of a case, whoever has them. */
    public List<WorkItem> of(UUID caseId) {
        return jdbc.sql("select * from work_item where case_id = ? and state = 'open' order by id")
                .param(caseId)
                .query(WorkRows::item)
                .list();
    }
}
