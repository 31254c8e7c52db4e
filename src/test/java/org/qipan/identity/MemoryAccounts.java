package org.qipan.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.qipan.directory.Post;

/** Keycloak's side of accounts as far as pages see it; the real one is asked in {@code StaffKeycloakTests}. */
public final class MemoryAccounts implements RealmAccounts {

    public final Map<UUID, Set<Post>> posts = new HashMap<>();
    public final Map<UUID, String> passwords = new HashMap<>();
    public final Map<String, UUID> names = new HashMap<>();
    public boolean down;

    @Override
    public UUID create(String username, String name, Set<Post> held) {
        answer();
        if (names.containsKey(username)) {
            throw new Taken(username);
        }
        UUID id = UUID.randomUUID();
        names.put(username, id);
        posts.put(id, Set.copyOf(held));
        return id;
    }

    @Override
    public void posts(UUID id, Set<Post> held) {
        answer();
        posts.put(id, Set.copyOf(held));
    }

    @Override
    public void temporaryPassword(UUID id, String password) {
        answer();
        passwords.put(id, password);
    }

    private void answer() {
        if (down) {
            throw new Realm.Unreachable("down");
        }
    }
}
