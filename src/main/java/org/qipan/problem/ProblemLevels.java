package org.qipan.problem;

import java.util.Optional;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.Post;
import org.qipan.directory.Unit;
import org.springframework.stereotype.Component;

/** Where a problem goes from a unit. Levels may be missing, and a level where nobody works yet is passed by: nothing is sent to nobody. */
@Component
class ProblemLevels {

    private final Directory directory;

    ProblemLevels(Directory directory) {
        this.directory = directory;
    }

    /** The post that works at the next level above, empty at the top. */
    Optional<Post> above(String unit) {
        Optional<Unit> upper = directory.upper(unit);
        while (upper.isPresent()) {
            Unit level = upper.get();
            Optional<Post> post = directory
                    .role(level.kind(), Duty.WORKER)
                    .map(role -> new Post(role, level.code()))
                    .filter(held -> !directory.holders(held).isEmpty());
            if (post.isPresent()) {
                return post;
            }
            upper = directory.upper(level.code());
        }
        return Optional.empty();
    }
}
