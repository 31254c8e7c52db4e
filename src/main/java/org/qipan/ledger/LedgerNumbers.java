package org.qipan.ledger;

import java.util.List;
import org.qipan.casefile.Sayings;
import org.qipan.complaint.ComplaintSight;
import org.qipan.desk.Desks;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.CaseSearch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A matter by its whole number, for those who have it before them; words are searched for in the register. */
@Component
class LedgerNumbers implements CaseSearch {

    private final JdbcClient jdbc;
    private final Desks desks;
    private final Sayings sayings;

    LedgerNumbers(JdbcClient jdbc, Desks desks, Sayings sayings) {
        this.jdbc = jdbc;
        this.desks = desks;
        this.sayings = sayings;
    }

    /** Numbers are counted unit by unit: those of the reader's own units are looked up. */
    @Override
    public List<Found> find(String text, Staff reader, int limit) {
        return jdbc.sql("""
                        select c.id, f.title, f.said, f.number
                        from case_file f join complaint c on c.id = f.id
                        where f.unit = any (:units) and f.kind = 'complaint' and f.number = :text and
                        """ + ComplaintSight.VISIBLE + " order by c.received desc, c.id desc limit :limit")
                .params(new ComplaintSight(desks.of(reader)).parameters())
                .param(
                        "units",
                        reader.posts().stream().map(Post::unit).distinct().toArray(String[]::new))
                .param("text", text.strip())
                .param("limit", limit)
                .query((row, n) -> new Found(
                        "complaint",
                        sayings.read(row.getString("said"), row.getString("title")),
                        row.getString("number"),
                        "/complaints/" + row.getString("id")))
                .list();
    }
}
