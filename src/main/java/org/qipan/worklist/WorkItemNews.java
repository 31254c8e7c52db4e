package org.qipan.worklist;

import java.sql.Types;
import org.qipan.casefile.CaseNamed;
import org.qipan.casefile.CaseSealed;
import org.qipan.directory.Post;
import org.qipan.directory.PostsLost;
import org.qipan.directory.StaffLeft;
import org.qipan.workflow.Workflow;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps open items true when something changes that the engine does not know of. */
@Component
class WorkItemNews {

    private final JdbcClient jdbc;
    private final Workflow workflow;
    private final Changes changes;

    WorkItemNews(JdbcClient jdbc, Workflow workflow, Changes changes) {
        this.jdbc = jdbc;
        this.workflow = workflow;
        this.changes = changes;
    }

    /**
     * Items show number and title of their case. The version stays: a page that was open before is not stale because of a name. The number is
     * typed, or the statement would be planned anew whenever it is missing.
     */
    @EventListener
    @Transactional
    public void on(CaseNamed named) {
        jdbc.sql("""
                        update work_item set number = :number, title = :title
                        where case_id = :case and state = 'open' and (number, title) is distinct from (cast(:number as text), :title)
                        returning role || '@' || unit
                        """)
                .param("number", named.number(), Types.VARCHAR)
                .param("title", named.title())
                .param("case", named.caseId())
                .query(String.class)
                .list()
                .forEach(changes::touch);
    }

    /** Open items lie in the areas of their units as long as their case is not sealed. */
    @EventListener
    @Transactional
    public void on(CaseSealed changed) {
        jdbc.sql("select id, unit from work_item where case_id = :case and state = 'open' order by id")
                .param("case", changed.caseId())
                .query(Placed.class)
                .list()
                .forEach(item -> place(item.id(), Levels.of(item.unit())));
    }

    private record Placed(long id, String unit) {}

    private void place(long item, Levels area) {
        jdbc.sql("""
                        update work_item set (village, township, county, prefecture, province) = (
                            select cast(:village as bigint), cast(:township as bigint), cast(:county as bigint),
                                cast(:prefecture as bigint), cast(:province as bigint)
                            where not exists (select from case_file f where f.id = case_id and f.sealed))
                        where id = :item
                        """).params(area.columns()).param("item", item).update();
    }

    /** What a person signed for in a post he no longer holds goes back to it. */
    @EventListener
    @Transactional
    public void on(PostsLost lost) {
        jdbc.sql("""
                        select task from work_item
                        where state = 'open' and assignee = :staff and role || '@' || unit = any (:groups) order by id
                        """)
                .param("staff", lost.staff())
                .param("groups", lost.posts().stream().map(Post::group).toArray(String[]::new))
                .query(String.class)
                .list()
                .forEach(workflow::release);
    }

    /** What a person had signed for goes back to the post, where the colleagues see it again. */
    @EventListener
    @Transactional
    public void on(StaffLeft left) {
        jdbc.sql("select task from work_item where state = 'open' and assignee = :staff order by id")
                .param("staff", left.staff())
                .query(String.class)
                .list()
                .forEach(workflow::release);
    }
}
