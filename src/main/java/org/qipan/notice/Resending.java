package org.qipan.notice;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qipan.audit.Audit;
import org.qipan.audit.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets dead letters go out again, under their numbers. Only what is dead changes, so asking twice sends once. */
@Component
class Resending {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final CurrentActor current;
    private final Clock clock;

    Resending(JdbcClient jdbc, Audit audit, CurrentActor current, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.current = current;
        this.clock = clock;
    }

    /** @return how many were dead until now */
    @Transactional
    public int resend(Collection<Long> messages) {
        List<UUID> again = jdbc.sql("""
                        update outbox set state = 'waiting', attempts = 0, reason = null, next_at = :now
                        where no = any (:messages) and state = 'dead' returning id
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("messages", messages.toArray(Long[]::new))
                .query(UUID.class)
                .list();
        again.forEach(id -> audit.record(
                current.actor(), "notice.audit.resent", "outbox", id.toString(), Map.of("of", again.size())));
        return again.size();
    }
}
