package org.qipan.task;

import java.util.UUID;
import org.qipan.casefile.CaseTexts;
import org.qipan.directory.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Recusals people declared themselves, for whoever decides whether they stay (公务员法 art. 77). */
@Service
public class DeclaredRecusals {

    private final JdbcClient jdbc;
    private final Recusals recusals;
    private final CaseTexts texts;

    DeclaredRecusals(JdbcClient jdbc, Recusals recusals, CaseTexts texts) {
        this.jdbc = jdbc;
        this.recusals = recusals;
        this.texts = texts;
    }

    /** What somebody declared. @param unit of the post he had in the case */
    public record Declared(String unit, String reason) {}

    /** @param id of {@link Recused#declared} */
    @Transactional
    public Declared find(UUID id) {
        return jdbc.sql("select case_id, unit, reason from recusal where id = ?")
                .param(id)
                .query((row, n) -> new Declared(
                        row.getString("unit"),
                        texts.read(row.getObject("case_id", UUID.class), row.getString("reason"))))
                .single();
    }

    /** 不予回避: whoever may decide it, as the caller knows, takes back what somebody declared himself; nothing where it was taken back before. */
    @Transactional
    public void refuse(UUID declared, Staff by) {
        recusals.open(declared).ifPresent(open -> recusals.lift(declared, open, by));
    }
}
