package org.qipan.pause;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseTexts;
import org.qipan.casefile.Said;
import org.qipan.casefile.Sayings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code hearing}. */
@Repository
class HearingTable {

    private final JdbcClient jdbc;
    private final CaseTexts texts;
    private final Sayings sayings;
    private final Clock clock;

    HearingTable(JdbcClient jdbc, CaseTexts texts, Sayings sayings, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.sayings = sayings;
        this.clock = clock;
    }

    void insert(Hearing one, UUID by) {
        jdbc.sql("""
                        insert into hearing (id, complaint, day, place, subject, invited, announced_by, announced)
                        values (:id, :complaint, :day, :place, :subject, :invited, :by, :now)
                        """)
                .param("id", one.id())
                .param("complaint", one.complaint())
                .param("day", one.day())
                .param("place", texts.keep(one.complaint(), one.place()))
                .param("subject", texts.keep(one.complaint(), one.subject()))
                .param("invited", texts.keep(one.complaint(), one.invited()))
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Of a matter, oldest first. */
    @Transactional
    List<Hearing> of(UUID complaint) {
        return jdbc.sql("select * from hearing where complaint = ? order by announced, id")
                .param(complaint)
                .query(this::row)
                .list();
    }

    /** @param first and {@code last}: null where it was called off */
    boolean end(Hearing one, String state, @Nullable LocalDate first, @Nullable LocalDate last, Said record) {
        return jdbc.sql("""
                        update hearing set state = :state, first = cast(:first as date), last = cast(:last as date), record = :record, said = :said
                        where id = :id and state = 'announced'""")
                        .param("state", state)
                        .param("first", first)
                        .param("last", last)
                        .param("record", texts.keep(one.complaint(), sayings.office(record)))
                        .param("said", sayings.kept(record))
                        .param("id", one.id())
                        .update()
                == 1;
    }

    private Hearing row(ResultSet row, int n) throws SQLException {
        UUID complaint = row.getObject("complaint", UUID.class);
        return new Hearing(
                row.getObject("id", UUID.class),
                complaint,
                row.getObject("day", LocalDate.class),
                texts.read(complaint, row.getString("place")),
                texts.read(complaint, row.getString("subject")),
                texts.read(complaint, row.getString("invited")),
                row.getString("state"),
                row.getObject("first", LocalDate.class),
                row.getObject("last", LocalDate.class),
                sayings.readAny(row.getString("said"), texts.readAny(complaint, row.getString("record"))));
    }
}
