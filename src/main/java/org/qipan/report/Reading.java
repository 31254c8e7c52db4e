package org.qipan.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Which unit's figures somebody reads: his own, or one below it; anything else does not exist for him. */
@Component
class Reading {

    private final CurrentStaff current;
    private final Directory directory;

    Reading(CurrentStaff current, Directory directory) {
        this.current = current;
        this.directory = directory;
    }

    Staff staff() {
        return current.get();
    }

    /** @param asked code from the address, null for the unit of the first post */
    String unit(@Nullable String asked) {
        List<Post> posts = posts();
        if (asked == null || asked.isBlank()) {
            return posts.get(0).unit();
        }
        if (directory.find(asked).isEmpty() || posts.stream().noneMatch(post -> directory.covers(post.unit(), asked))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return asked;
    }

    /** Whether one of the person's posts is at exactly this unit and ends in one of these words. */
    boolean at(String unit, String... duties) {
        return posts().stream()
                .filter(post -> post.unit().equals(unit))
                .anyMatch(post ->
                        List.of(duties).stream().anyMatch(duty -> post.role().endsWith(duty)));
    }

    /** Staff of departments read the figures of the place they serve only if a post there says so. */
    private List<Post> posts() {
        List<Post> posts = current.get().posts().stream()
                .filter(post -> !post.role().endsWith("-admin"))
                .toList();
        if (posts.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return posts;
    }
}
