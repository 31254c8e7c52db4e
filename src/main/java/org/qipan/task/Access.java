package org.qipan.task;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Exclusions;
import org.qipan.desk.Desk;
import org.qipan.desk.Desks;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.worklist.Errand;
import org.qipan.worklist.ItemWords;
import org.qipan.worklist.Levels;
import org.qipan.worklist.StandIns;
import org.qipan.worklist.StoredItem;
import org.qipan.worklist.WorkActs;
import org.qipan.worklist.WorkItem;
import org.qipan.worklist.WorkItems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Whether a person may know of an item. What he may not see does not exist: always 404, so that nothing can be learned by asking. */
@Component
class Access {

    private final WorkItems items;
    private final Desks desks;
    private final Directory directory;
    private final Exclusions exclusions;
    private final WorkActs acts;
    private final ItemWords words;
    private final StandIns standIns;

    Access(
            WorkItems items,
            Desks desks,
            Directory directory,
            Exclusions exclusions,
            WorkActs acts,
            ItemWords words,
            StandIns standIns) {
        this.items = items;
        this.desks = desks;
        this.directory = directory;
        this.exclusions = exclusions;
        this.acts = acts;
        this.words = words;
        this.standIns = standIns;
    }

    Seen see(long id, Staff staff) {
        StoredItem stored = items.find(id).orElseThrow(Access::nothing);
        WorkItem item = stored.item();
        Desk desk = desks.of(staff);
        Errand errand = desk.askedFor(id);
        Staff absent = errand == null
                ? absent(item, desk)
                : directory.staff(errand.asker()).orElseThrow(Access::nothing);
        boolean mine = desk.holds(item.post()) || absent != null;
        boolean below =
                desk.covers(item.post().unit(), Levels.of(item.post().unit())) && !exclusions.sealed(item.caseId());
        if (!mine && !below && !acts.by(staff.id(), id) || exclusions.excludes(item.caseId(), staff)) {
            throw nothing();
        }
        return new Seen(
                words.read(signed(item, staff)),
                staff,
                mine,
                absent,
                errand != null,
                stored.open(),
                stored.closed(),
                stored.open() ? null : acts.closer(item));
    }

    /** As {@link #see}, for what only the post itself may do. */
    Seen own(long id, Staff staff) {
        Seen seen = see(id, staff);
        if (!seen.mine()) {
            throw nothing();
        }
        return seen;
    }

    private @Nullable Staff absent(WorkItem item, Desk desk) {
        return desk.acted().contains(item.post())
                ? standIns.actingFor(desk.staff().id(), item.post(), item.caseId())
                        .orElse(null)
                : null;
    }

    /** A substitute who signed and is no longer one keeps nobody from the work. */
    private WorkItem signed(WorkItem item, Staff staff) {
        UUID assignee = item.assignee();
        return assignee == null || assignee.equals(staff.id()) || standIns.canWork(assignee, item)
                ? item
                : item.unsigned();
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
