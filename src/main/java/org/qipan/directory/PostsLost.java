package org.qipan.directory;

import java.util.List;
import java.util.UUID;

/** A person no longer holds these posts: what he had signed for in them must go back to them. Published in that transaction. */
public record PostsLost(UUID staff, List<Post> posts) {}
