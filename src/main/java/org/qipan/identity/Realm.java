package org.qipan.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What this module asks of Keycloak. Every call may fail with {@link Unreachable}. */
interface Realm {

    /** Everything, page by page. */
    RealmSnapshot read();

    Optional<RealmSnapshot.Person> person(UUID id);

    /** What administrators changed since a moment, oldest first. */
    Changes changes(Instant since);

    /** Ends the person's sessions and disables the account; repeatable. */
    void dismiss(UUID id);

    /**
     * @param people whose account or posts changed
     * @param groups whether groups themselves changed
     * @param until moment of the newest change, the moment asked for if there was none
     */
    record Changes(List<UUID> people, boolean groups, Instant until) {}

    /** Keycloak did not answer, or not as promised; nothing may be concluded from that. */
    final class Unreachable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreachable(String message, Throwable cause) {
            super(message, cause);
        }

        Unreachable(String message) {
            super(message);
        }
    }
}
