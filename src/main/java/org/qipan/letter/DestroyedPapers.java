package org.qipan.letter;

import java.security.MessageDigest;
import org.qipan.complaint.IssuedPaper;
import org.qipan.complaint.IssuedPapers;
import org.qipan.complaint.MatterDestroyed;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Papers of matters that were destroyed (信访工作条例 art. 30). Whoever was served one still holds it and may ask whether it is genuine, so a
 * digest of its check code is kept when its text goes; number, kind, unit and day stay with the paper.
 */
@Component
class DestroyedPapers {

    private final IssuedPapers papers;
    private final CheckCodes codes;
    private final JdbcClient jdbc;

    DestroyedPapers(IssuedPapers papers, CheckCodes codes, JdbcClient jdbc) {
        this.papers = papers;
        this.codes = codes;
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional
    public void on(MatterDestroyed destroyed) {
        papers.of(destroyed.matter())
                .forEach(paper -> jdbc.sql("insert into destroyed_paper (paper, code) values (?, ?)")
                        .params(paper.id(), codes.digest(codes.of(paper)))
                        .update());
    }

    /** Whether this is the code of a paper whose text was destroyed. */
    boolean matches(IssuedPaper paper, String typed) {
        byte[] digest = codes.digest(typed);
        return jdbc.sql("select code from destroyed_paper where paper = ?")
                .param(paper.id())
                .query(byte[].class)
                .optional()
                .filter(code -> MessageDigest.isEqual(code, digest))
                .isPresent();
    }
}
