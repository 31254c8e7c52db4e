package org.qipan.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.qipan.casefile.CaseTexts;
import org.qipan.course.Route;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.WorkRows;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signed papers for who makes files of them, and who may take such a file away. */
@Service
@Transactional
public class IssuedPapers {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String SIGNED = """
            select p.*, coalesce(p.unit, c.lead, c.desk) as issuer from complaint_paper p join complaint c on c.id = p.complaint
            where p.number is not null and p.signed is not null""";

    private final JdbcClient jdbc;
    private final ComplaintTable table;
    private final ComplaintAccess access;
    private final ComplaintViews views;
    private final ObjectProvider<LastWord> lastWord;
    private final CaseTexts texts;

    IssuedPapers(
            JdbcClient jdbc,
            ComplaintTable table,
            ComplaintAccess access,
            ComplaintViews views,
            ObjectProvider<LastWord> lastWord,
            CaseTexts texts) {
        this.jdbc = jdbc;
        this.table = table;
        this.access = access;
        this.views = views;
        this.lastWord = lastWord;
        this.texts = texts;
    }

    /**
     * Those of a matter that a person may take away, oldest first: an officer of its desk; whoever had a task of it too, unless it is
     * sealed. Empty also if there is no such matter for this person.
     */
    public List<IssuedPaper> of(UUID matter, Staff reader) {
        return table.find(matter)
                .filter(complaint -> access.sees(matter, reader) && mayTake(complaint, reader))
                .map(complaint -> jdbc.sql(SIGNED + " and p.complaint = ? order by p.id")
                        .param(matter)
                        .query((row, n) -> paper(row, complaint, access.atDesk(complaint, reader)))
                        .list())
                .orElse(List.of());
    }

    /** All of a matter, for the system. */
    public List<IssuedPaper> of(UUID matter) {
        Complaint complaint = table.find(matter).orElseThrow();
        return jdbc.sql(SIGNED + " and p.complaint = ? order by p.id")
                .param(matter)
                .query((row, n) -> paper(row, complaint, false))
                .list();
    }

    private boolean mayTake(Complaint complaint, Staff reader) {
        return access.atDesk(complaint, reader) || !complaint.sealed() && worked(complaint.id(), reader);
    }

    /** The one with this number, whoever asks: what may be told of it is the caller's to decide. */
    public Optional<IssuedPaper> numbered(String number) {
        return jdbc.sql(SIGNED + " and p.number = ?")
                .param(number)
                .query((row, n) -> paper(
                        row, table.find(row.getObject("complaint", UUID.class)).orElseThrow(), false))
                .optional();
    }

    private boolean worked(UUID matter, Staff reader) {
        return jdbc.sql(
                        "select exists (select from work_item where case_id = :id and role || '@' || unit = any (:groups))")
                .param("id", matter)
                .param("groups", reader.posts().stream().map(Post::group).toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /** @param desk the reader is of it; to all others who signed for a paper, and where it went, would tell who the petitioner is */
    private IssuedPaper paper(ResultSet row, Complaint complaint, boolean desk) throws SQLException {
        long id = row.getLong("id");
        return new IssuedPaper(
                id,
                complaint.id(),
                row.getString("kind"),
                row.getString("number"),
                row.getString("issuer"),
                LocalDate.ofInstant(Objects.requireNonNull(WorkRows.instant(row, "signed")), ZONE),
                row.getString("how"),
                row.getObject("served", LocalDate.class),
                desk ? texts.readAny(complaint.id(), row.getString("proof")) : null,
                texts.readAny(complaint.id(), row.getString("facts")),
                texts.read(complaint.id(), row.getString("opinion")),
                texts.readAny(complaint.id(), row.getString("basis")),
                complaint.number(),
                complaint.title(),
                LocalDate.ofInstant(complaint.received(), ZONE),
                views.digest(complaint),
                complaint.route() == Route.PETITION,
                row.getString("kind").equals(Paper.OPINION)
                        && lastWord.stream().anyMatch(one -> one.said(complaint.id(), id)));
    }
}
