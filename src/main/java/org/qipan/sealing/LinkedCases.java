package org.qipan.sealing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.qipan.task.CarriedRecusals;
import org.qipan.task.KeptOut;
import org.qipan.task.PeopleOut;
import org.qipan.task.RecusalLifted;
import org.qipan.task.Recused;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases that came out of a matter: letters to those complained of, problems met while it was handled, referrals for aid, requests for
 * recusal. They took over who must not know of it when they were opened; whoever leaves the matter later leaves them too (公务员法 art. 76).
 */
@Component
class LinkedCases {

    private static final String LETTERS = "select id from enquiry where complaint = :case";

    private static final String ALL = LETTERS + """

            union all select id from aid where complaint = :case
            union all select id from recusal_request where case_id = :case
            union all select p.id from problem p
                where p.origin = 'item' and p.origin_id in (select w.id from work_item w where w.case_id = :case)""";

    private final JdbcClient jdbc;
    private final CarriedRecusals recusals;
    private final KeptOut kept;

    LinkedCases(JdbcClient jdbc, CarriedRecusals recusals, KeptOut kept) {
        this.jdbc = jdbc;
        this.recusals = recusals;
        this.kept = kept;
    }

    List<UUID> of(UUID matter) {
        return jdbc.sql(ALL).param("case", matter).query(UUID.class).list();
    }

    List<UUID> letters(UUID matter) {
        return jdbc.sql(LETTERS).param("case", matter).query(UUID.class).list();
    }

    @EventListener
    @Transactional
    public void on(Recused left) {
        of(left.caseId()).forEach(one -> recusals.carry(left.caseId(), one));
    }

    /** Not the letters: they say nothing, and are written for those complained of. */
    @EventListener
    @Transactional
    public void on(PeopleOut out) {
        List<UUID> others = new ArrayList<>(of(out.caseId()));
        others.removeAll(letters(out.caseId()));
        others.forEach(one -> kept.keep(one, out.people()));
    }

    @EventListener
    @Transactional
    public void on(RecusalLifted back) {
        of(back.caseId()).forEach(one -> recusals.carryBack(back.staff(), one));
    }
}
