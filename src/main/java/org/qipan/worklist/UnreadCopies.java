package org.qipan.worklist;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qipan.casefile.Sayings;
import org.qipan.directory.Post;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was sent for reading, as long as nobody has read it. */
@Component
public class UnreadCopies {

    private final JdbcClient jdbc;
    private final Sayings sayings;
    private final Changes changes;

    UnreadCopies(JdbcClient jdbc, Sayings sayings, Changes changes) {
        this.jdbc = jdbc;
        this.sayings = sayings;
        this.changes = changes;
    }

    /** Without what leads to a page of its own: a unit gives its receipt for that. */
    public List<SentCopy> sent(UUID caseId, UUID by) {
        return jdbc.sql("""
                        select id, subject, said, role, unit from work_copy
                        where by = :by and case_id = :case and read_at is null and page is null order by id desc limit 20
                        """)
                .param("by", by)
                .param("case", caseId)
                .query((row, n) -> new SentCopy(
                        row.getLong("id"),
                        sayings.read(row.getString("said"), row.getString("subject")),
                        new Post(row.getString("role"), row.getString("unit"))))
                .list();
    }

    /** Takes one back and gives the post that will not read it; empty if somebody was faster. */
    @Transactional
    public Optional<Post> retract(long copy, UUID caseId, UUID by) {
        Optional<Post> post = jdbc.sql("""
                        delete from work_copy where id = :copy and by = :by and case_id = :case and read_at is null and page is null
                        returning role, unit
                        """)
                .param("copy", copy)
                .param("by", by)
                .param("case", caseId)
                .query((row, n) -> new Post(row.getString("role"), row.getString("unit")))
                .optional();
        post.ifPresent(one -> changes.touch(one.group()));
        return post;
    }

    /** Takes back what leads to a page: there is nothing to be done on its page any more. */
    @Transactional
    public void retract(String page) {
        jdbc.sql("delete from work_copy where page = ? and read_at is null returning role || '@' || unit")
                .param(page)
                .query(String.class)
                .list()
                .forEach(changes::touch);
    }
}
