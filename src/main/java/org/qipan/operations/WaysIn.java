package org.qipan.operations;

import static org.qipan.operations.HealthCheck.Level.ATTENTION;
import static org.qipan.operations.HealthCheck.Level.BROKEN;
import static org.qipan.operations.HealthCheck.Level.OK;

import java.util.List;
import java.util.Objects;
import org.qipan.hotline.CallbackState;
import org.qipan.mailbox.MailboxState;
import org.springframework.stereotype.Component;

/** Looks at what ties Qipan to other systems: without it petitions stay unread, or whoever handed them over hears nothing. */
@Component
class WaysIn {

    private final CallbackState callbacks;
    private final MailboxState mailbox;

    WaysIn(CallbackState callbacks, MailboxState mailbox) {
        this.callbacks = callbacks;
        this.mailbox = mailbox;
    }

    List<HealthCheck> checks() {
        return List.of(hotline(callbacks.standing()), mailbox(mailbox.standing()));
    }

    /** Who wants no call-backs has none that could fail. */
    static HealthCheck hotline(CallbackState.Standing standing) {
        return new HealthCheck(
                "hotline",
                standing.dead() > 0 ? BROKEN : standing.failing() > 0 ? ATTENTION : OK,
                String.valueOf(standing.dead()),
                String.valueOf(standing.failing()));
    }

    /** Without a mailbox nothing is read, and that is no trouble. */
    static HealthCheck mailbox(MailboxState.Standing standing) {
        if (!standing.configured()) {
            return HealthCheck.of("mailbox", OK);
        }
        if (standing.at() == null) {
            return HealthCheck.of("mailbox", ATTENTION);
        }
        return new HealthCheck(
                "mailbox",
                standing.failed() || standing.silent() ? BROKEN : OK,
                Objects.requireNonNullElse(ShownTime.of(standing.at()), ""),
                "");
    }
}
