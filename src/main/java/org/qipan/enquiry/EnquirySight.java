package org.qipan.enquiry;

import java.util.Optional;
import java.util.UUID;
import org.qipan.complaint.ComplaintSight;
import org.qipan.desk.Desks;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may read the enquiries of a matter, and who may write one: whoever has it to handle. */
@Component
class EnquirySight {

    private final JdbcClient jdbc;
    private final Desks desks;

    EnquirySight(JdbcClient jdbc, Desks desks) {
        this.jdbc = jdbc;
        this.desks = desks;
    }

    /**
     * A matter as far as an enquiry goes.
     *
     * @param number 受理编号, or its title while it has none
     * @param sealed 举报, or anonymous: nobody is asked about it
     */
    record Matter(UUID id, String number, boolean sealed, boolean handled) {}

    /** Empty also if it does not exist for this reader. */
    Optional<Matter> matter(UUID id, Staff reader) {
        return jdbc.sql("""
                        select c.id, coalesce(f.number, f.title) as number, c.sealed or c.kind is not distinct from 'report' as sealed,
                               c.state = 'handling' as handled
                        from complaint c join case_file f on f.id = c.id where c.id = :id and
                        """ + ComplaintSight.VISIBLE)
                .param("id", id)
                .params(new ComplaintSight(desks.of(reader)).parameters())
                .query(Matter.class)
                .optional();
    }

    /** The post in which he handles the matter now; empty if he does not. */
    Optional<Post> handler(UUID matter, Staff staff) {
        return jdbc
                .sql("""
                        select role, unit from work_item where case_id = :id and state = 'open' and process = 'complaint'
                            and key = 'Task_Handle' and role || '@' || unit = any (:groups)
                        """)
                .param("id", matter)
                .param("groups", staff.posts().stream().map(Post::group).toArray(String[]::new))
                .query(Post.class)
                .list()
                .stream()
                .findFirst();
    }
}
