package org.qipan.complaint;

import org.qipan.course.ComplaintClocks;
import org.qipan.course.Route;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has what runs. The task of the handling unit may have been given on since its clock was set, as when its last officer stepped back. */
@Component
class ClockHolders {

    private final JdbcClient jdbc;
    private final Directory directory;

    ClockHolders(JdbcClient jdbc, Directory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    /** Words of the post, never a name. */
    String of(Complaint complaint, ComplaintClocks.Running running) {
        Route route = complaint.route();
        boolean handled = running.done() == null && route != null && route.clocks(running.rule());
        return directory.title(handled ? handler(complaint, running.holder()) : running.holder());
    }

    private Post handler(Complaint complaint, Post set) {
        return jdbc.sql(
                        "select role, unit from work_item where case_id = ? and process = ? and key = ? and state = 'open'")
                .params(complaint.id(), ComplaintProcess.COMPLAINT, ComplaintProcess.HANDLE)
                .query((row, n) -> new Post(row.getString("role"), row.getString("unit")))
                .optional()
                .orElse(set);
    }
}
