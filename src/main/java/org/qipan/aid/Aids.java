package org.qipan.aid;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.audit.Audit;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Exclusions;
import org.qipan.casefile.Said;
import org.qipan.complaint.KnownMatters;
import org.qipan.demand.Demands;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.qipan.enquiry.GivenAway;
import org.qipan.limit.Limit;
import org.qipan.limit.Limits;
import org.qipan.remit.KnownMatter;
import org.qipan.remit.ReceivingDesk;
import org.qipan.worklist.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 转介救助. The department gets a case of its own that holds neither the petitioner's words nor his name; to a matter itself it has no way.
 * Whoever must not know of the matter must not know of this.
 */
@Service
@Transactional
class Aids {

    private final AidTable table;
    private final Demands demands;
    private final KnownMatters matters;
    private final ReceivingDesk desk;
    private final CaseFiles cases;
    private final Exclusions exclusions;
    private final GivenAway givenAway;
    private final Limits limits;
    private final Audit audit;

    Aids(
            AidTable table,
            Demands demands,
            KnownMatters matters,
            ReceivingDesk desk,
            CaseFiles cases,
            Exclusions exclusions,
            GivenAway givenAway,
            Limits limits,
            Audit audit) {
        this.table = table;
        this.demands = demands;
        this.matters = matters;
        this.desk = desk;
        this.cases = cases;
        this.exclusions = exclusions;
        this.givenAway = givenAway;
        this.limits = limits;
        this.audit = audit;
    }

    /**
     * What is typed.
     *
     * @param unit null where the field names none
     * @param note the officer's neutral words
     * @param wished the petitioner wishes it
     */
    record Wanted(
            @Nullable Unit unit,
            @Nullable Need need,
            String note,
            @Nullable LocalDate until,
            boolean wished) {}

    /** @throws Refused naming the field, or if he is not of the desk, or nobody at the unit may know of it */
    void propose(KnownMatter matter, Wanted wanted, Staff by) {
        if (!matters.atDesk(matter, by)) {
            throw new Refused("complaint.refused.notDesk");
        }
        Unit unit = wanted.unit();
        Need need = wanted.need();
        LocalDate until = wanted.until();
        if (unit == null) {
            throw Refused.at("unit", "aid.refused.unit");
        }
        if (need == null) {
            throw Refused.at("need", "demand.refused.empty");
        }
        if (until == null) {
            throw Refused.at("until", "demand.refused.empty");
        }
        if (!wanted.wished()) {
            throw Refused.at("wished", "aid.refused.wished");
        }
        Post to = desk.handler(unit.code(), matter.id())
                .orElseThrow(() -> Refused.at("unit", "complaint.refused.notHeld"));
        Post as = ReceivingDesk.officer(matter.desk());
        // A version 4 id: one made in the order of time would stand beside that of the matter.
        UUID id = UUID.randomUUID();
        cases.open(id, AidPage.KIND, Said.both(Said.of("aid.title"), Said.of(need.key())), matter.desk(), by.id());
        cases.number(id, AidPage.KIND);
        exclusions.copy(matter.id(), id);
        exclusions.seal(id, exclusions.sealed(matter.id()));
        UUID demand = demands.ask(
                new Demands.Asking(id, AidPage.KIND, as, to, until, true, Said.of(need.key()), wanted.note()), by);
        table.insert(id, matter.id(), demand, need);
        cases.record(matter.id(), "aid-proposed", by.id(), as, null, Map.of("to", unit.name()));
    }

    /**
     * Whether a note tells the department who the petitioner is or what he wrote (信访工作条例 art. 30): then it is not sent, and that it was
     * tried is written down. Asked so often only, or names could be tried out one after the other.
     *
     * @throws Refused if it was asked too often
     */
    boolean givesAway(KnownMatter matter, Wanted wanted, Staff by) {
        Unit unit = wanted.unit();
        if (unit == null || wanted.note().isBlank()) {
            return false;
        }
        if (!limits.allows(Limit.ENQUIRIES_OF_MATTER, matter.id().toString())) {
            throw new Refused("aid.refused.often");
        }
        boolean found = givenAway.by(wanted.note(), matter.id(), unit.name());
        if (found) {
            audit.record(by.actor(), "aid.audit.stopped", "case", matter.id().toString(), Map.of());
        }
        return found;
    }

    List<Aid> of(KnownMatter matter) {
        return table.of(matter.id());
    }
}
