package org.qipan.complaint;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.qipan.directory.Post;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which desk a matter left because nobody there could have it: the table {@code complaint_desk_up}. */
@Repository
class DesksUp {

    private final JdbcClient jdbc;
    private final Clock clock;

    DesksUp(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void note(UUID complaint, String desk, String to) {
        jdbc.sql("""
                        insert into complaint_desk_up (complaint, desk, to_unit, at) values (:id, :desk, :to, :at)
                        on conflict (complaint, to_unit) do update set desk = excluded.desk, at = excluded.at
                        """)
                .param("id", complaint)
                .param("desk", desk)
                .param("to", to)
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    /** The desk a matter came from, if it came here because nobody there could have it. */
    Optional<String> from(UUID complaint, String desk) {
        return jdbc.sql("select desk from complaint_desk_up where complaint = ? and to_unit = ?")
                .params(complaint, desk)
                .query(String.class)
                .optional();
    }

    void forget(UUID complaint, String desk) {
        jdbc.sql("delete from complaint_desk_up where complaint = ? and to_unit = ?")
                .params(complaint, desk)
                .update();
    }

    /** Whether something of a matter waits for a post. */
    boolean waits(UUID complaint, Post post) {
        return jdbc.sql("""
                        select exists (select from work_item where case_id = ? and state = 'open' and role = ? and unit = ?)
                        """)
                .params(complaint, post.role(), post.unit())
                .query(Boolean.class)
                .single();
    }
}
