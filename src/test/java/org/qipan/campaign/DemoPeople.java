package org.qipan.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.qipan.RealmFile;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Staffing;

/** The people of the demo realm, by post. Keycloak may not have been copied yet; their ids are fixed in its file. */
public class DemoPeople {

    private final Staffing staffing;
    private final Map<Post, Staff> holders = new HashMap<>();

    DemoPeople(Staffing staffing) {
        this.staffing = staffing;
    }

    public void arrive() {
        for (JsonNode user : RealmFile.read(Map.of()).path("users")) {
            List<Post> posts = new ArrayList<>();
            for (JsonNode group : user.path("groups")) {
                String[] path = group.asText().split("/");
                posts.add(new Post(path[2], path[1]));
            }
            if (!posts.isEmpty()) {
                Staff staff = staffing.refresh(
                        UUID.fromString(user.path("id").asText()),
                        user.path("username").asText(),
                        user.path("firstName").asText(),
                        posts);
                posts.forEach(post -> holders.put(post, staff));
            }
        }
    }

    public Staff in(Post post) {
        return Objects.requireNonNull(holders.get(post), post::group);
    }

    public Staff in(String role, String unit) {
        return in(new Post(role, unit));
    }
}
