package org.qipan.tracking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which matter this browser has opened with its receipt: for a quarter of an hour after the last look, and no longer. */
@Component
class Opened {

    private static final String MATTER = Opened.class.getName();
    private static final Duration KEPT = Duration.ofMinutes(15);

    private final Clock clock;

    Opened(Clock clock) {
        this.clock = clock;
    }

    private record Matter(UUID id, Instant until) implements Serializable {}

    /** The matter, for another quarter of an hour; empty if there is none or the time is over. */
    Optional<UUID> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(MATTER) instanceof Matter matter)) {
            return Optional.empty();
        }
        if (matter.until.isBefore(clock.instant())) {
            session.removeAttribute(MATTER);
            return Optional.empty();
        }
        keep(session, matter.id);
        return Optional.of(matter.id);
    }

    /** Under a new session id: one that somebody else chose beforehand opens nothing. */
    void open(HttpServletRequest request, UUID matter) {
        HttpSession session = request.getSession();
        request.changeSessionId();
        keep(session, matter);
    }

    /** Nothing of it is left; somebody of the staff who is signed in here stays so. */
    void close(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return;
        }
        if (request.getUserPrincipal() == null) {
            session.invalidate();
        } else {
            session.removeAttribute(MATTER);
        }
    }

    private void keep(HttpSession session, UUID matter) {
        session.setAttribute(MATTER, new Matter(matter, clock.instant().plus(KEPT)));
    }
}
