package org.qipan.worklist;

import java.util.Objects;
import org.qipan.casefile.Exclusions;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Whether a person may know of an item. What he may not see does not exist: always 404, so that nothing can be learned by asking. */
@Component
class Access {

    private final WorkItems items;
    private final Desks desks;
    private final Directory directory;
    private final Exclusions exclusions;
    private final JdbcClient jdbc;

    Access(WorkItems items, Desks desks, Directory directory, Exclusions exclusions, JdbcClient jdbc) {
        this.items = items;
        this.desks = desks;
        this.directory = directory;
        this.exclusions = exclusions;
        this.jdbc = jdbc;
    }

    Seen see(long id, Staff staff) {
        WorkRows.Stored stored = items.find(id).orElseThrow(Access::nothing);
        WorkItem item = stored.item();
        Desk desk = desks.of(staff);
        boolean mine = desk.holds(item.post());
        boolean below = desk.covers(
                item.post().unit(), Levels.of(directory.unit(item.post().unit()).area()));
        if (!mine && !below && !acted(id, staff) || exclusions.excludes(item.caseId(), staff)) {
            throw nothing();
        }
        return new Seen(item, staff, mine, stored.open(), stored.closed(), stored.closedPost());
    }

    /** As {@link #see}, for what only the post itself may do. */
    Seen own(long id, Staff staff) {
        Seen seen = see(id, staff);
        if (!seen.mine()) {
            throw nothing();
        }
        return seen;
    }

    private boolean acted(long id, Staff staff) {
        return Objects.requireNonNull(
                jdbc.sql("select exists (select 1 from work_act where item = :id and staff = :staff)")
                        .param("id", id)
                        .param("staff", staff.id())
                        .query(Boolean.class)
                        .single());
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
