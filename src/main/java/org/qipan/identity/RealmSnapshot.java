package org.qipan.identity;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.qipan.directory.Post;

/**
 * People and posts as Keycloak had them when it was read, whole.
 *
 * @param posts every group of a role under the group of a unit, held or not
 */
record RealmSnapshot(List<Person> people, Set<Post> posts) {

    record Person(UUID id, String username, String name, boolean enabled, Set<Post> posts) {}

    int active() {
        return (int) people.stream().filter(Person::enabled).count();
    }

    int held() {
        return people.stream().mapToInt(person -> person.posts().size()).sum();
    }
}
