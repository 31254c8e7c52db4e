package org.qipan.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.CaseTexts;
import org.qipan.worklist.WorkRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Notices and opinions: drafted, signed with a number, served with proof. */
@Repository
class Papers {

    private final JdbcClient jdbc;
    private final CaseFiles cases;
    private final CaseTexts texts;
    private final Clock clock;

    Papers(JdbcClient jdbc, CaseFiles cases, CaseTexts texts, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.clock = clock;
        this.texts = texts;
    }

    /** @param facts and {@code basis}: null where the paper needs none; typed, or the statement would be planned anew whenever one is missing */
    long draft(UUID complaint, String kind, @Nullable String facts, String text, @Nullable String basis, UUID by) {
        UnaryOperator<@Nullable String> keep = texts.keeping(complaint);
        return jdbc.sql("""
                        insert into complaint_paper (complaint, kind, facts, opinion, basis, drafted_by, drafted)
                        values (:complaint, :kind, :facts, :text, :basis, :by, :now) returning id
                        """)
                .param("complaint", complaint)
                .param("kind", kind)
                .param("facts", keep.apply(facts), Types.VARCHAR)
                .param("text", keep.apply(text))
                .param("basis", keep.apply(basis), Types.VARCHAR)
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }

    /** Signs a paper, which gives it its number. @param unit in whose name it is issued */
    String sign(long paper, String kind, String unit, UUID by) {
        String number = cases.paperNumber("complaint-" + kind, unit);
        jdbc.sql(
                        "update complaint_paper set number = :number, unit = :unit, signed_by = :by, signed = :now where id = :id")
                .param("number", number)
                .param("unit", unit)
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .param("id", paper)
                .update();
        return number;
    }

    /** Takes the draft away that was sent back. */
    void discardDrafts(UUID complaint) {
        jdbc.sql("delete from complaint_paper where complaint = ? and signed is null")
                .param(complaint)
                .update();
    }

    /** The proof of service (送达回证). */
    void serve(long paper, String how, LocalDate served, @Nullable String proof) {
        jdbc.sql(
                        "update complaint_paper set how = :how, served = :served, proof = :proof where id = :id and how is null")
                .param("how", how)
                .param("served", served)
                .param("proof", proof == null ? null : texts.keep(complaint(paper), proof))
                .param("id", paper)
                .update();
    }

    private UUID complaint(long paper) {
        return jdbc.sql("select complaint from complaint_paper where id = ?")
                .param(paper)
                .query(UUID.class)
                .single();
    }

    /** All of a matter, oldest first. */
    @Transactional
    List<Paper> of(UUID complaint) {
        return jdbc.sql("select * from complaint_paper where complaint = ? order by id")
                .param(complaint)
                .query(this::paper)
                .list();
    }

    /** Those that reached the petitioner. */
    List<Paper> served(UUID complaint) {
        return of(complaint).stream().filter(paper -> paper.served() != null).toList();
    }

    /** The newest of a kind. */
    @Transactional
    Optional<Paper> newest(UUID complaint, String kind) {
        return jdbc.sql("select * from complaint_paper where complaint = ? and kind = ? order by id desc limit 1")
                .params(complaint, kind)
                .query(this::paper)
                .optional();
    }

    private Paper paper(ResultSet row, int n) throws SQLException {
        UUID complaint = row.getObject("complaint", UUID.class);
        return new Paper(
                row.getLong("id"),
                complaint,
                row.getString("kind"),
                row.getString("number"),
                texts.readAny(complaint, row.getString("facts")),
                texts.read(complaint, Objects.requireNonNull(row.getString("opinion"))),
                texts.readAny(complaint, row.getString("basis")),
                row.getObject("drafted_by", UUID.class),
                WorkRows.instant(row, "signed"),
                row.getString("how"),
                row.getObject("served", LocalDate.class),
                texts.readAny(complaint, row.getString("proof")));
    }
}
