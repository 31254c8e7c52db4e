package org.qipan.identity;

import java.security.SecureRandom;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Staffing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People who come, move and go, for whoever administers them; nothing here asks who may. */
@Service
public class Accounts {

    /** Without what looks alike on paper: 0 O o, 1 I l, 5 S, 8 B. */
    private static final String ALPHABET = "abcdefghijkmnpqrtuvwxyz23467ACDEFGHJKLMNPQRTUVWXYZ";

    private static final int GROUPS = 4;
    private static final int LENGTH = 4;

    private final RealmAccounts realm;
    private final KeycloakAccess access;
    private final Staffing staffing;
    private final Appointments appointments;
    private final Departures departures;
    private final SecureRandom random = new SecureRandom();

    Accounts(
            RealmAccounts realm,
            KeycloakAccess access,
            Staffing staffing,
            Appointments appointments,
            Departures departures) {
        this.realm = realm;
        this.access = access;
        this.staffing = staffing;
        this.appointments = appointments;
        this.departures = departures;
    }

    /**
     * Makes an account at Keycloak and takes it over here. It has no password: nobody can use it before {@link #firstPassword}.
     *
     * @return the new person's id
     * @throws AccountRefused if the name is taken or Keycloak does not answer; then there is no account
     */
    @Transactional
    public UUID create(String username, String name, Set<Post> posts) {
        return ask(() -> {
            UUID id = realm.create(username, name, posts);
            staffing.write(id, username, name, true, posts);
            return id;
        });
    }

    /** Makes these the person's posts, at once here and at Keycloak as soon as it answers. In the caller's transaction. */
    public void appoint(Staff staff, Set<Post> posts) {
        appointments.set(staff, posts);
    }

    /** Whether Keycloak has not yet heard of the person's posts. */
    public boolean waits(UUID staff) {
        return appointments.pending(staff);
    }

    /** Lets a person go. @return false if he had left already */
    public boolean leave(UUID staff) {
        return departures.leave(staff);
    }

    /**
     * A new password for the next sign-in alone; every earlier one, and every passkey, no longer works. It is returned to be shown once and kept nowhere.
     *
     * @throws AccountRefused if Keycloak does not answer; then the earlier one still works
     */
    public String firstPassword(UUID staff) {
        return ask(() -> {
            String password = password();
            realm.temporaryPassword(staff, password);
            return password;
        });
    }

    private <T> T ask(Supplier<T> work) {
        if (!access.appoints()) {
            throw new AccountRefused("identity.account.off");
        }
        try {
            return work.get();
        } catch (RealmAccounts.Taken e) {
            throw new AccountRefused(AccountRefused.TAKEN, e);
        } catch (Realm.Unreachable e) {
            throw new AccountRefused("identity.account.unreachable", e);
        }
    }

    private String password() {
        var password = new StringBuilder();
        for (int i = 0; i < GROUPS * LENGTH; i++) {
            if (i > 0 && i % LENGTH == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
