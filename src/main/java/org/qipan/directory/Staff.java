package org.qipan.directory;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.qipan.audit.Actor;

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

    /** The person as the audit knows him: in codes that stay readable after the posts are gone. */
    public Actor actor() {
        return new Actor(
                id, posts.isEmpty() ? username : posts.stream().map(Post::group).collect(Collectors.joining(", ")));
    }

    public boolean holds(Post post) {
        return posts.contains(post);
    }
}
