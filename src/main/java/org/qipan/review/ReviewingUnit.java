package org.qipan.review;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.complaint.Answered;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Unit;
import org.qipan.remit.ReceivingDesk;
import org.springframework.stereotype.Component;

/**
 * Which unit looks at an opinion again: the next one above the one that answers for it (信访工作条例 arts. 35, 36), never that one itself.
 * A level is left out only where it is the one complained of, or lies below it (art. 30), or where everybody there was excluded.
 */
@Component
class ReviewingUnit {

    private final Directory directory;
    private final ReceivingDesk desk;

    ReviewingUnit(Directory directory, ReceivingDesk desk) {
        this.directory = directory;
        this.desk = desk;
    }

    /** Who examines and who signs, each at the unit itself: a head above it would be the one to ask for the next review. */
    record Bench(String unit, Post handler, Post head) {}

    /**
     * The authority to turn to.
     *
     * @param unit null where there is none above
     * @param bench null where it does not work in this installation
     */
    record Found(@Nullable Unit unit, @Nullable Bench bench) {}

    Found above(String against, Answered matter) {
        Optional<Unit> unit = directory.upper(against);
        while (unit.isPresent() && passedBy(unit.get().code(), matter)) {
            unit = directory.upper(unit.get().code());
        }
        return new Found(
                unit.orElse(null),
                unit.flatMap(one -> bench(one.code(), matter.id())).orElse(null));
    }

    private boolean passedBy(String unit, Answered matter) {
        return desk.meant(matter.concerned(), unit)
                || works(unit, null) && bench(unit, matter.id()).isEmpty();
    }

    private boolean works(String unit, @Nullable UUID matter) {
        return bench(unit, matter).isPresent();
    }

    private Optional<Bench> bench(String unit, @Nullable UUID matter) {
        if (!desk.officers(unit, matter)) {
            return Optional.empty();
        }
        return desk.handler(unit, matter)
                .flatMap(handler -> desk.head(unit, matter)
                        .filter(head -> head.unit().equals(unit) && !head.equals(handler))
                        .map(head -> new Bench(unit, handler, head)));
    }
}
