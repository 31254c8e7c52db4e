package org.qipan.sealing;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.qipan.casefile.CaseSealed;
import org.qipan.casefile.Exclusions;
import org.qipan.complaint.MatterDestroyed;
import org.qipan.file.Files;
import org.qipan.sealing.MatterTexts.Column;
import org.qipan.vault.CaseSeal;
import org.qipan.vault.Safe;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A matter may turn out to be an accusation when much was written about it already (信访工作条例 art. 30). What stood plain is sealed in the
 * transaction that seals the matter, and with the matter the cases that came out of it. A seal stays when the matter is no longer secret:
 * whoever may read it reads through it.
 */
@Component
class TextSealing {

    /** All that stands plain: one statement, for every anonymous matter is sealed as it comes in. */
    private static final String PLAIN = IntStream.range(0, MatterTexts.SEALED.size())
            .mapToObj(no -> plain(no, MatterTexts.SEALED.get(no)))
            .collect(Collectors.joining(" union all "));

    /** What somebody added when he sent it for reading stands in the course too, and is sealed there. */
    private static final String COPIES = """
            update work_copy k set subject = f.title, said = f.said
            from case_file f where f.id = k.case_id and k.case_id = :case and k.said is null""";

    private final JdbcClient jdbc;
    private final Exclusions exclusions;
    private final CaseSeal seal;
    private final Safe safe;
    private final Files files;
    private final LinkedCases linked;

    TextSealing(JdbcClient jdbc, Exclusions exclusions, CaseSeal seal, Safe safe, Files files, LinkedCases linked) {
        this.jdbc = jdbc;
        this.exclusions = exclusions;
        this.seal = seal;
        this.safe = safe;
        this.files = files;
        this.linked = linked;
    }

    @EventListener
    @Transactional
    public void on(CaseSealed changed) {
        UUID id = changed.caseId();
        if (!exclusions.sealed(id)) {
            return;
        }
        jdbc.sql(PLAIN).param("case", id).query(Plain.class).list().forEach(row -> {
            Column column = MatterTexts.SEALED.get(row.no());
            set(column, id, row.id(), seal.seal(id, row.text()));
        });
        jdbc.sql(COPIES).param("case", id).update();
        linked.of(id).forEach(one -> exclusions.seal(one, true));
    }

    /**
     * What the petitioner was told last stays, as he has it in his hands; everything else goes with the key, the letters to those complained
     * of with theirs. A problem is about the office and is still worked on: it stays sealed.
     */
    @EventListener
    @Transactional
    public void on(MatterDestroyed destroyed) {
        UUID id = destroyed.matter();
        jdbc.sql(
                        "select id, opinion as text from complaint_paper where complaint = ? and kind = 'notice' order by complaint_paper.id desc limit 1")
                .param(id)
                .query(Row.class)
                .optional()
                .ifPresent(row -> set(
                        new Column("complaint_paper", "opinion", "complaint = :case"),
                        id,
                        row.id(),
                        seal.lasting(id, CaseSeal.sealed(row.text()) ? seal.open(id, row.text()) : row.text())));
        linked.letters(id).forEach(letter -> {
            safe.shred(letter);
            files.destroy(letter);
        });
    }

    private record Row(String id, String text) {}

    /** @param no place of the column in the list */
    private record Plain(int no, String id, String text) {}

    private static String plain(int no, Column column) {
        return "select " + no + " as no, cast(id as text) as id, " + column.name() + " as text from " + column.table()
                + " where " + column.rows() + " and " + column.name() + " > '' and ascii(" + column.name() + ") > 2";
    }

    private void set(Column column, UUID id, String row, String text) {
        jdbc.sql("update " + column.table() + " set " + column.name() + " = :text where " + column.rows()
                        + " and cast(id as text) = :row")
                .param("text", text)
                .param("case", id)
                .param("row", row)
                .update();
    }
}
