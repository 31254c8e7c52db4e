package org.qipan.reception;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.complaint.KnownMatters;
import org.qipan.demand.Demand;
import org.qipan.demand.Demands;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.remit.KnownMatter;
import org.qipan.remit.Overseers;
import org.qipan.worklist.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 批示 and 包案 of a leader: 信访工作条例 art. 18. */
@Service
@Transactional
class Leaders {

    static final String INSTRUCTION = "instruction";
    static final String CARE = "care";
    static final String FOLLOWUP = "followup";

    private final Demands demands;
    private final KnownMatters matters;
    private final Overseers overseers;

    Leaders(Demands demands, KnownMatters matters, Overseers overseers) {
        this.demands = demands;
        this.matters = matters;
        this.overseers = overseers;
    }

    /** 批示: the unit that has the matter acts and replies. @param until null without a day */
    UUID instruct(KnownMatter matter, String text, @Nullable LocalDate until, Staff by) {
        Post as = leader(matter, by);
        return demands.ask(
                new Demands.Asking(matter.id(), INSTRUCTION, as, matters.handler(matter), until, true, null, text), by);
    }

    /** 包案: he takes the matter under his own care, until it is closed. @param goal what he means to reach */
    UUID take(KnownMatter known, String goal, Staff by) {
        KnownMatter matter = matters.lock(known.id());
        Post as = leader(matter, by);
        if (!matter.open()) {
            throw new Refused("complaint.refused.over");
        }
        if (of(matter, CARE).stream().anyMatch(Demand::open)) {
            throw new Refused("reception.refused.care");
        }
        return demands.ask(new Demands.Asking(matter.id(), CARE, as, as, null, false, null, goal), by);
    }

    /** Gives a care or an instruction up, with the reason. */
    void giveUp(KnownMatter matter, UUID id, String why, Staff by) {
        Post as = leader(matter, by);
        Demand demand = demands.find(id)
                .filter(one -> one.caseId().equals(matter.id())
                        && List.of(CARE, INSTRUCTION).contains(one.kind()))
                .filter(one -> one.by().unit().equals(as.unit()))
                .orElseThrow(() -> new Refused("demand.refused.over"));
        demands.withdraw(demand.id(), by, as, why);
    }

    List<Demand> of(KnownMatter matter, String... kinds) {
        return demands.of(matter.id(), kinds);
    }

    private Post leader(KnownMatter matter, Staff by) {
        return overseers.leader(matter, by).orElseThrow(() -> new Refused("reception.refused.leader"));
    }
}
