package org.qipan.web;

import org.qipan.directory.StaffLeft;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends the open sessions of people who left, with what ties them to Keycloak's sessions. */
@Component
class Leavers {

    private final OidcSessions sessions;

    Leavers(OidcSessions sessions) {
        this.sessions = sessions;
    }

    @EventListener
    public void on(StaffLeft left) {
        sessions.endAll(left.staff().toString());
    }
}
