package org.qipan.identity;

import java.util.Set;
import java.util.UUID;
import org.qipan.directory.Post;

/** What this module changes at Keycloak for people who come and move. Every call may fail with {@link Realm.Unreachable}. */
interface RealmAccounts {

    /**
     * Makes an account that cannot be used before it has a password, in one step.
     *
     * @return the subject
     * @throws Taken if somebody has this name
     */
    UUID create(String username, String name, Set<Post> posts);

    /** Makes these the person's posts; repeatable, and nothing for a person who is gone. A post the realm does not know yet is made. */
    void posts(UUID id, Set<Post> posts);

    /** Sets a password that must be changed at the first sign-in, forgets his passkeys, which may be lost, and ends his sessions. */
    void temporaryPassword(UUID id, String password);

    /** The name people sign in with belongs to somebody else. */
    final class Taken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Taken(String username) {
            super(username);
        }
    }
}
