package org.qipan.identity;

import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.qipan.directory.Post;
import org.qipan.directory.Roles;
import org.springframework.stereotype.Component;

/** Keycloak over its administration interface. One group per unit, one child group per role; every list is read page by page. */
@Component
class KeycloakRealm implements Realm {

    /** Keycloak's own default for child groups; asking for it makes a changed default harmless. */
    private static final int PAGE = 100;

    private final KeycloakAccess access;
    private final RealmConnection connection;

    KeycloakRealm(KeycloakAccess access) {
        this.access = access;
        this.connection = new RealmConnection(access);
    }

    @Override
    public RealmSnapshot read() {
        return connection.with(KeycloakAccess.SYNC_CLIENT, access.syncSecret(), realm -> {
            Map<UUID, Set<Post>> held = new HashMap<>();
            Set<Post> posts = posts(realm, held);
            List<RealmSnapshot.Person> people =
                    pages((first, max) -> realm.users().search(null, first, max, null, false)).stream()
                            .map(user -> person(user, held.getOrDefault(UUID.fromString(user.getId()), Set.of())))
                            .toList();
            if (people.size() != realm.users().count()) {
                throw new Unreachable("the list of people changed while it was read");
            }
            return new RealmSnapshot(people, posts);
        });
    }

    private static Set<Post> posts(RealmResource realm, Map<UUID, Set<Post>> held) {
        Set<Post> posts = new LinkedHashSet<>();
        for (GroupRepresentation unit : pages((first, max) -> realm.groups().groups(null, first, max, true))) {
            for (GroupRepresentation role :
                    pages((first, max) -> realm.groups().group(unit.getId()).getSubGroups(first, max, true))) {
                if (Roles.known(role.getName())) {
                    Post post = new Post(role.getName(), unit.getName());
                    posts.add(post);
                    pages((first, max) -> realm.groups().group(role.getId()).members(first, max, true))
                            .forEach(user -> held.computeIfAbsent(UUID.fromString(user.getId()), id -> new HashSet<>())
                                    .add(post));
                }
            }
        }
        return posts;
    }

    @Override
    public Optional<RealmSnapshot.Person> person(UUID id) {
        return connection.with(KeycloakAccess.SYNC_CLIENT, access.syncSecret(), realm -> {
            var user = realm.users().get(id.toString());
            try {
                Set<Post> posts = new HashSet<>();
                pages((first, max) -> user.groups(first, max, true))
                        .forEach(group -> post(group.getPath()).ifPresent(posts::add));
                return Optional.of(person(user.toRepresentation(), posts));
            } catch (NotFoundException gone) {
                return Optional.empty();
            }
        });
    }

    /** A post from the path of its group, {@code /442000007201/village-worker}. */
    static Optional<Post> post(String path) {
        String[] parts = path.split("/", -1);
        return parts.length == 3 && parts[0].isEmpty() && Roles.known(parts[2])
                ? Optional.of(new Post(parts[2], parts[1]))
                : Optional.empty();
    }

    @Override
    public Changes changes(Instant since) {
        return connection.with(KeycloakAccess.SYNC_CLIENT, access.syncSecret(), realm -> {
            List<AdminEventRepresentation> events = pages((first, max) -> realm.getAdminEvents(
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of("USER", "GROUP", "GROUP_MEMBERSHIP"),
                    since.toEpochMilli(),
                    Long.MAX_VALUE,
                    first,
                    max,
                    "asc"));
            Instant until = events.stream()
                    .map(event -> Instant.ofEpochMilli(event.getTime()))
                    .max(Comparator.naturalOrder())
                    .orElse(since);
            List<UUID> people =
                    events.stream().flatMap(KeycloakRealm::whom).distinct().toList();
            boolean groups = events.stream().anyMatch(event -> "GROUP".equals(event.getResourceType()));
            return new Changes(people, groups, until);
        });
    }

    /** The person in {@code users/{id}/…}. */
    private static Stream<UUID> whom(AdminEventRepresentation event) {
        String[] path = event.getResourcePath() == null
                ? new String[0]
                : event.getResourcePath().split("/", -1);
        if (path.length < 2 || !"users".equals(path[0])) {
            return Stream.empty();
        }
        try {
            return Stream.of(UUID.fromString(path[1]));
        } catch (IllegalArgumentException notAPerson) {
            return Stream.empty();
        }
    }

    @Override
    public void dismiss(UUID id) {
        connection.with(KeycloakAccess.LEAVER_CLIENT, access.leaverSecret(), realm -> {
            var user = realm.users().get(id.toString());
            try {
                UserRepresentation account = user.toRepresentation();
                account.setEnabled(false);
                user.update(account);
                user.logout();
                return true;
            } catch (NotFoundException gone) {
                return false;
            }
        });
    }

    private static RealmSnapshot.Person person(UserRepresentation user, Set<Post> posts) {
        String name = Stream.of(user.getLastName(), user.getFirstName())
                .filter(part -> part != null && !part.isBlank())
                .reduce("", String::concat);
        return new RealmSnapshot.Person(
                UUID.fromString(user.getId()),
                user.getUsername(),
                name.isEmpty() ? user.getUsername() : name,
                Boolean.TRUE.equals(user.isEnabled()),
                Set.copyOf(posts));
    }

    private static <T> List<T> pages(BiFunction<Integer, Integer, List<T>> page) {
        List<T> all = new ArrayList<>();
        List<T> read = page.apply(0, PAGE);
        while (!read.isEmpty()) {
            all.addAll(read);
            read = read.size() < PAGE ? List.of() : page.apply(all.size(), PAGE);
        }
        return all;
    }
}
