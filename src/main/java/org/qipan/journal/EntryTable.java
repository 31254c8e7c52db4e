package org.qipan.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qipan.casefile.CaseTexts;
import org.qipan.directory.Post;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tables {@code journal_entry} and {@code journal_file}. */
@Repository
class EntryTable {

    private final JdbcClient jdbc;
    private final CaseTexts texts;
    private final Clock clock;

    EntryTable(JdbcClient jdbc, CaseTexts texts, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.texts = texts;
    }

    void insert(Entry entry, Collection<UUID> files) {
        jdbc.sql("""
                        insert into journal_entry (id, complaint, kind, day, text, agreed, by, role, unit, at)
                        values (:id, :complaint, :kind, :day, :text, cast(:agreed as boolean), :by, :role, :unit, :now)
                        """)
                .param("id", entry.id())
                .param("complaint", entry.complaint())
                .param("kind", entry.kind())
                .param("day", entry.day())
                .param("text", texts.keep(entry.complaint(), entry.text()))
                .param("agreed", entry.agreed())
                .param("by", entry.by())
                .param("role", entry.as().role())
                .param("unit", entry.as().unit())
                .param("now", OffsetDateTime.now(clock))
                .update();
        jdbc.sql("insert into journal_file (entry, file) select :entry, f from unnest(cast(:files as uuid[])) f")
                .param("entry", entry.id())
                .param("files", files.toArray(UUID[]::new))
                .update();
    }

    /** Of a matter, by the day things were done. */
    @Transactional
    List<Entry> of(UUID complaint) {
        return jdbc.sql("select * from journal_entry where complaint = ? order by day, id")
                .param(complaint)
                .query(this::row)
                .list();
    }

    List<UUID> files(UUID entry) {
        return jdbc.sql("select file from journal_file where entry = ? order by file")
                .param(entry)
                .query(UUID.class)
                .list();
    }

    /** The entry a file belongs to. */
    @Transactional
    Optional<Entry> with(UUID file) {
        return jdbc.sql("select e.* from journal_entry e join journal_file f on f.entry = e.id where f.file = ?")
                .param(file)
                .query(this::row)
                .optional();
    }

    /** Units of these that were given a task of the matter itself, and not only a question about it. */
    List<String> handling(UUID complaint, Collection<Post> posts) {
        return jdbc.sql("""
                        select distinct unit from work_item where case_id = :id and ref = cast(:id as text)
                            and role || '@' || unit = any (:groups)""")
                .param("id", complaint)
                .param("groups", posts.stream().map(Post::group).toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private Entry row(ResultSet row, int n) throws SQLException {
        UUID complaint = row.getObject("complaint", UUID.class);
        return new Entry(
                row.getObject("id", UUID.class),
                complaint,
                row.getString("kind"),
                row.getObject("day", LocalDate.class),
                texts.read(complaint, row.getString("text")),
                row.getObject("agreed", Boolean.class),
                row.getObject("by", UUID.class),
                new Post(row.getString("role"), row.getString("unit")));
    }
}
