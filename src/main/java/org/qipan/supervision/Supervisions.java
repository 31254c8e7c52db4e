package org.qipan.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseEnded;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Said;
import org.qipan.complaint.KnownMatters;
import org.qipan.demand.Demand;
import org.qipan.demand.Demands;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.remit.KnownMatter;
import org.qipan.worklist.Refused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 督办, 挂牌 and taking off: 信访工作条例 arts. 38, 39. */
@Service
@Transactional
class Supervisions {

    static final String KIND = "supervision";

    private final SupervisionTable table;
    private final SupervisionRight right;
    private final Demands demands;
    private final KnownMatters matters;
    private final CaseFiles cases;

    Supervisions(
            SupervisionTable table, SupervisionRight right, Demands demands, KnownMatters matters, CaseFiles cases) {
        this.table = table;
        this.right = right;
        this.demands = demands;
        this.matters = matters;
        this.cases = cases;
    }

    /** What is typed to begin. @param until last day to report on */
    record Wanted(
            @Nullable Ground ground,
            String reason,
            String asked,
            @Nullable LocalDate until,
            boolean listed) {}

    /** @throws Refused naming {@code ground}, {@code reason}, {@code asked}, {@code until}; or if he may not, or his level does already */
    UUID begin(KnownMatter known, Staff by, Wanted wanted) {
        KnownMatter matter = matters.lock(known.id());
        Post as = right.of(matter, by).orElseThrow(() -> new Refused("supervision.refused.right"));
        Ground ground = wanted.ground();
        LocalDate until = wanted.until();
        if (ground == null) {
            throw missing("ground");
        }
        if (until == null) {
            throw missing("until");
        }
        Demands.text("reason", wanted.reason(), true);
        if (table.of(matter.id()).stream()
                .anyMatch(one -> one.runs() && one.unit().equals(as.unit()))) {
            throw new Refused("supervision.refused.already");
        }
        UUID id = demands.ask(
                new Demands.Asking(
                        matter.id(),
                        KIND,
                        as,
                        matters.handler(matter),
                        until,
                        true,
                        Said.typed(wanted.reason().strip()),
                        wanted.asked()),
                by);
        table.insert(id, matter.id(), as.unit(), ground);
        if (wanted.listed()) {
            list(matter, id, by);
        }
        return id;
    }

    /** 挂牌. @throws Refused if he is no leader of the level, or it is listed or over */
    void list(KnownMatter matter, UUID id, Staff by) {
        Supervision supervision = running(matter, id);
        Post as = right.leader(matter, by)
                .filter(post -> post.unit().equals(supervision.unit()))
                .orElseThrow(() -> new Refused("supervision.refused.leader"));
        if (supervision.listed() != null) {
            throw new Refused("supervision.refused.listed");
        }
        table.list(id, by.id(), as);
        cases.record(matter.id(), "supervision-listed", by.id(), as, null, Map.of());
    }

    /** 解除: off the list, with a reason; a report that is still waited for is not asked for any more. */
    void lift(KnownMatter matter, UUID id, Staff by, String why) {
        Supervision supervision = running(matter, id);
        Post as = right.of(matter, by)
                .filter(post -> right.supervises(supervision, matter, by))
                .orElseThrow(() -> new Refused("supervision.refused.right"));
        if (supervision.listed() != null && !right.leader(matter, by).isPresent()) {
            throw new Refused("supervision.refused.leader");
        }
        Demands.text("why", why, true);
        if (demands.find(id).filter(Demand::open).isPresent()) {
            demands.withdraw(id, by, as, why);
        }
        table.lift(supervision, by.id(), Said.typed(why.strip()));
        cases.record(matter.id(), "supervision-lifted", by.id(), as, null, Map.of());
    }

    /** A matter that is withdrawn or merged is not looked after any more; what was asked ends by itself. */
    @EventListener
    public void on(CaseEnded ended) {
        table.of(ended.caseId()).stream().filter(Supervision::runs).forEach(one -> {
            table.lift(one, null, ended.why());
            cases.record(ended.caseId(), "supervision-lifted", null, null, null, Map.of("why", ended.why()));
        });
    }

    List<Supervision> of(KnownMatter matter) {
        return table.of(matter.id());
    }

    private Supervision running(KnownMatter matter, UUID id) {
        return table.lock(id)
                .filter(one -> one.complaint().equals(matter.id()) && one.runs())
                .orElseThrow(() -> new Refused("demand.refused.over"));
    }

    private static Refused missing(String field) {
        return Refused.at(field, "demand.refused.empty");
    }
}
