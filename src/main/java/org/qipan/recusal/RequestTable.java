package org.qipan.recusal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code recusal_request}, row by row, and what it asks of {@code complaint}. */
@Repository
class RequestTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    RequestTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Where a matter lies. @param lead null while nobody handles it */
    record Place(String desk, @Nullable String lead, boolean open) {}

    Place place(UUID matter) {
        return jdbc.sql("select desk, lead, closed is null as open from complaint where id = ? for update")
                .param(matter)
                .query(Place.class)
                .single();
    }

    /** 受理编号, or its title while it has none. */
    String number(UUID matter) {
        return jdbc.sql("select coalesce(number, title) from case_file where id = ?")
                .param(matter)
                .query(String.class)
                .single();
    }

    Request insert(UUID matter, Whom whom, Post decider) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into recusal_request (id, case_id, no, whom, asked, role, unit)
                        values (:id, :case, 1 + (select count(*) from recusal_request where case_id = :case), :whom, :at, :role, :unit)
                        """)
                .param("id", id)
                .param("case", matter)
                .param("whom", whom.key())
                .param("at", OffsetDateTime.now(clock))
                .param("role", decider.role())
                .param("unit", decider.unit())
                .update();
        return find(id).orElseThrow();
    }

    Optional<Request> find(UUID id) {
        return jdbc.sql("select * from recusal_request where id = ?")
                .param(id)
                .query(Request.class)
                .optional();
    }

    /** All of a matter, oldest first. */
    List<Request> of(UUID matter) {
        return jdbc.sql("select * from recusal_request where case_id = ? order by no")
                .param(matter)
                .query(Request.class)
                .list();
    }

    /** The matter is over, and nobody decides. */
    void over(UUID id, String why) {
        jdbc.sql(
                        "update recusal_request set state = 'over', reason = :why, decided = :at where id = :id and state = 'asked'")
                .param("why", why)
                .param("at", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
    }

    /** False if somebody was faster. */
    boolean decide(UUID id, String state, String reason, UUID by) {
        return jdbc.sql("""
                        update recusal_request set state = :state, reason = :reason, decided_by = :by, decided = :at
                        where id = :id and state = 'asked'
                        """)
                        .param("state", state)
                        .param("reason", reason)
                        .param("by", by)
                        .param("at", OffsetDateTime.now(clock))
                        .param("id", id)
                        .update()
                == 1;
    }
}
