package org.qipan.task;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.qipan.casefile.CaseTexts;
import org.qipan.casefile.Exclusions;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes recusals from one case to another that came out of it, there and back. */
@Service
public class CarriedRecusals {

    private final JdbcClient jdbc;
    private final Recusals recusals;
    private final Withdrawal withdrawal;
    private final Exclusions exclusions;
    private final Directory directory;
    private final CaseTexts texts;
    private final Clock clock;

    CarriedRecusals(
            JdbcClient jdbc,
            Recusals recusals,
            Withdrawal withdrawal,
            Exclusions exclusions,
            Directory directory,
            CaseTexts texts,
            Clock clock) {
        this.jdbc = jdbc;
        this.recusals = recusals;
        this.withdrawal = withdrawal;
        this.exclusions = exclusions;
        this.directory = directory;
        this.texts = texts;
        this.clock = clock;
    }

    /** Whoever left a case leaves another that came out of it, for the same reason: 公务员法 art. 76 asks about the matter, not about the file. */
    @Transactional
    public void carry(UUID from, UUID to) {
        List<Carried> carried = jdbc.sql("""
                        select r.staff, r.ground, r.reason, r.decided_by from recusal r
                        where r.case_id = :from and r.lifted_at is null and not exists (
                            select from case_exclusion o where o.case_id = :to and o.staff = r.staff)
                        order by r.at
                        """)
                .param("from", from)
                .param("to", to)
                .query(Carried.class)
                .list();
        for (Carried one : carried) {
            Staff recused = directory.staff(one.staff()).orElseThrow();
            Staff by = directory.staff(one.decidedBy()).orElse(recused);
            if (!recused.posts().isEmpty() && !by.posts().isEmpty()) {
                Ground ground = Ground.of(one.ground()).orElseThrow();
                recusals.recuse(
                        to, recused, withdrawal.postOf(recused, to), ground, texts.read(from, one.reason()), by, false);
            }
        }
    }

    private record Carried(UUID staff, String ground, String reason, UUID decidedBy) {}

    /** Whoever came back to a case comes back to another he left with it. */
    @Transactional
    public void carryBack(UUID staff, UUID to) {
        jdbc.sql("""
                        with lifted as (
                            update recusal set lifted_at = :at where case_id = :to and staff = :staff and lifted_at is null
                            returning exclusion)
                        select exclusion from lifted
                        """)
                .param("at", OffsetDateTime.now(clock))
                .param("to", to)
                .param("staff", staff)
                .query(Long.class)
                .list()
                .forEach(exclusions::lift);
    }
}
