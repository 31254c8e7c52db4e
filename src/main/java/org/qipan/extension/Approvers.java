package org.qipan.extension;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.qipan.casefile.Exclusions;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.Post;
import org.qipan.directory.Unit;
import org.springframework.stereotype.Component;

/** Who decides about an extension: the head at the nearest level above where somebody works who may know of the case, else its reviewer. */
@Component
class Approvers {

    private final Directory directory;
    private final Exclusions exclusions;

    Approvers(Directory directory, Exclusions exclusions) {
        this.directory = directory;
        this.exclusions = exclusions;
    }

    /**
     * The post that decides.
     *
     * @param ownHead the law gives it to the head of the unit itself (信访工作条例 art. 34), if that is somebody else
     */
    Optional<Post> of(String unit, UUID caseId, UUID asker, boolean ownHead) {
        Optional<Unit> level = ownHead ? directory.find(unit) : directory.upper(unit);
        boolean own = ownHead;
        while (level.isPresent()) {
            Unit at = level.get();
            Stream<Duty> duties = own ? Stream.of(Duty.HEAD) : Stream.of(Duty.HEAD, Duty.REVIEWER, Duty.WORKER);
            Optional<Post> found = duties.flatMap(duty -> directory.role(at.kind(), duty).stream())
                    .map(role -> new Post(role, at.code()))
                    .filter(post -> held(post, caseId, asker))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            own = false;
            level = directory.upper(at.code());
        }
        return Optional.empty();
    }

    private boolean held(Post post, UUID caseId, UUID asker) {
        return directory.holders(post).stream()
                .anyMatch(holder -> !holder.id().equals(asker) && !exclusions.excludes(caseId, holder));
    }
}
