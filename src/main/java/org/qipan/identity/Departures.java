package org.qipan.identity;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.qipan.audit.Audit;
import org.qipan.audit.CurrentActor;
import org.qipan.directory.StaffLeft;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a person go: out of Qipan with the commit, out of Keycloak by {@link Dismissals} right after it (security.md 1.5).
 */
@Service
class Departures {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Sessions sessions;
    private final Audit audit;
    private final CurrentActor actor;
    private final ApplicationEventPublisher events;

    Departures(
            JdbcClient jdbc,
            Clock clock,
            Sessions sessions,
            Audit audit,
            CurrentActor actor,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.sessions = sessions;
        this.audit = audit;
        this.actor = actor;
        this.events = events;
    }

    /** @return false if the person had left already */
    @Transactional
    boolean leave(UUID staff) {
        int left = jdbc.sql(
                        "update staff set disabled_here = true, disabled_at = :at, leave_pending = true where id = :id and not disabled_here")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", staff)
                .update();
        if (left == 0) {
            return false;
        }
        sessions.end(staff);
        events.publishEvent(new StaffLeft(staff));
        audit.record(actor.actor(), "directory.audit.leave", "staff", staff.toString(), Map.of());
        return true;
    }
}
