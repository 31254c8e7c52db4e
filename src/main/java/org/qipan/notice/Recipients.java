package org.qipan.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom an open item concerns: who holds its post, and who stands in for one of them. Never who must not know of the case; asked when a
 * message is written and again when it is sent, because a recusal may lie between.
 */
@Component
class Recipients {

    private static final String OF = """
            select s.id from work_item w join case_file f on f.id = w.case_id
            cross join lateral (
                select p.staff from staff_post p where p.role = w.role and p.unit = w.unit
                union
                select x.substitute from staff_post p join substitution x on x.absent = p.staff
                where p.role = w.role and p.unit = w.unit and x.ended_at is null and :day between x.from_day and x.to_day
                  and acting_for(x.substitute, w.role, w.unit, w.case_id, :day) is not null) who
            join staff s on s.id = who.staff and s.enabled and not s.disabled_here
            where w.id = :item and w.state = 'open' and not f.practice and not case_excluded(w.case_id, s.id)
              and (cast(:one as uuid) is null or s.id = :one)
            order by s.id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Recipients(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<UUID> of(long item) {
        return ask(item, null);
    }

    /** Whether an item still waits, and may still be told to this person. */
    boolean still(long item, UUID staff) {
        return !ask(item, staff).isEmpty();
    }

    private List<UUID> ask(long item, @Nullable UUID one) {
        return jdbc.sql(OF)
                .param("item", item)
                .param("day", LocalDate.now(clock))
                .param("one", one, java.sql.Types.OTHER)
                .query(UUID.class)
                .list();
    }
}
