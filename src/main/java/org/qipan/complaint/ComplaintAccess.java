package org.qipan.complaint;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.qipan.desk.Desks;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.file.FileAccess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may see a matter. What a person may not see does not exist for him. What the petitioner attached only the desk opens. */
@Component
class ComplaintAccess implements FileAccess {

    private final JdbcClient jdbc;
    private final ComplaintTable table;
    private final Desks desks;

    ComplaintAccess(JdbcClient jdbc, ComplaintTable table, Desks desks) {
        this.jdbc = jdbc;
        this.table = table;
        this.desks = desks;
    }

    /** @throws NoSuchElementException if there is none, or none for this person */
    Complaint visible(UUID id, Staff staff) {
        return Optional.of(id)
                .filter(complaint -> sees(complaint, staff))
                .flatMap(table::find)
                .orElseThrow(() -> new NoSuchElementException("complaint " + id));
    }

    boolean sees(UUID id, Staff staff) {
        return jdbc.sql("select exists (select from complaint c where c.id = :id and " + ComplaintSight.VISIBLE + ")")
                .param("id", id)
                .params(new ComplaintSight(desks.of(staff)).parameters())
                .query(Boolean.class)
                .single();
    }

    boolean atDesk(Complaint complaint, Staff staff) {
        return new ComplaintSight(desks.of(staff)).atDesk(complaint);
    }

    /** The open task of a matter that waits for one of the person's posts, empty if none does. */
    Optional<Long> task(UUID id, Staff staff) {
        return jdbc
                .sql(
                        "select w.id from work_item w where w.case_id = :id and w.state = 'open' and w.role || '@' || w.unit = any (:groups)")
                .param("id", id)
                .param("groups", staff.posts().stream().map(Post::group).toArray(String[]::new))
                .query(Long.class)
                .list()
                .stream()
                .findFirst();
    }

    @Override
    public boolean mayRead(UUID caseId, UUID file, Staff staff) {
        return sees(caseId, staff)
                && table.find(caseId).filter(one -> atDesk(one, staff)).isPresent();
    }
}
