package org.qipan.directory;

import java.util.List;
import java.util.UUID;

/**
 * A person who works with Qipan.
 *
 * @param id Keycloak's subject: never reused, unlike a user name
 * @param name what colleagues see; in the demo the title of the post
 * @param posts every post held today
 */
public record Staff(UUID id, String username, String name, boolean enabled, List<Post> posts) {

    /** Whether one of the posts carries this role. */
    public boolean holds(String role) {
        return posts.stream().anyMatch(post -> post.role().equals(role));
    }

    public boolean holds(Post post) {
        return posts.contains(post);
    }
}
