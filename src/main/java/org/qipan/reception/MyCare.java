package org.qipan.reception;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.qipan.complaint.ComplaintSight;
import org.qipan.desk.Desks;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 我包的案: matters in the care of one of the reader's posts. */
@Repository
class MyCare {

    private final JdbcClient jdbc;
    private final Desks desks;
    private final Clock clock;

    MyCare(JdbcClient jdbc, Desks desks, Clock clock) {
        this.jdbc = jdbc;
        this.desks = desks;
        this.clock = clock;
    }

    /** @param name number or title @param state of the matter */
    record Row(UUID matter, String name, LocalDate since, String state) {}

    List<Row> of(Staff reader) {
        return jdbc.sql("""
                        select c.id, coalesce(f.number, f.title) as name, d.at, c.state
                        from demand d join complaint c on c.id = d.case_id join case_file f on f.id = c.id
                        where d.kind = 'care' and d.ended is null and d.to_role || '@' || d.to_unit = any (:own) and
                        """ + ComplaintSight.VISIBLE + " order by d.at, d.id limit 200")
                .params(new ComplaintSight(desks.of(reader)).parameters())
                .param("own", reader.posts().stream().map(Post::group).toArray(String[]::new))
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        LocalDate.ofInstant(
                                row.getObject("at", OffsetDateTime.class).toInstant(), clock.getZone()),
                        row.getString("state")))
                .list();
    }
}
