package org.qipan.demand;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Mobile;
import org.qipan.casefile.Said;
import org.qipan.casefile.TimeOrderedId;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.workflow.Workflow;
import org.qipan.worklist.HeldPosts;
import org.qipan.worklist.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks units, and stops asking. Who may ask whom is the business of the capability above. */
@Service
public class Demands {

    public static final int LONGEST = 2000;

    static final String PROCESS = "demand";

    private static final int MOST_DAYS = 366;

    private final DemandTable table;
    private final DemandTexts texts;
    private final Workflow workflow;
    private final HeldPosts posts;
    private final CaseFiles cases;
    private final Directory directory;
    private final Clock clock;

    Demands(
            DemandTable table,
            DemandTexts texts,
            Workflow workflow,
            HeldPosts posts,
            CaseFiles cases,
            Directory directory,
            Clock clock) {
        this.table = table;
        this.texts = texts;
        this.workflow = workflow;
        this.posts = posts;
        this.cases = cases;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param by post that asks; {@code to} the one that answers
     * @param until last day to answer on, null without one
     * @param checked whether who asks accepts the answer
     * @param reason why, null where that says nothing
     */
    public record Asking(
            UUID caseId,
            String kind,
            Post by,
            Post to,
            @Nullable LocalDate until,
            boolean checked,
            @Nullable Said reason,
            String asked) {}

    /**
     * Asks, and lays it on the desk of the post that answers.
     *
     * @return id of the demand
     * @throws Refused naming {@code asked} or {@code until}; or if nobody there may know of the case
     */
    @Transactional
    public UUID ask(Asking asking, Staff staff) {
        check(asking);
        if (!posts.held(asking.to(), asking.caseId())) {
            throw new Refused(
                    "demand.refused.nobody", directory.name(asking.to().unit()));
        }
        UUID id = TimeOrderedId.next(clock);
        Demand demand = Demand.asked(id, asking, staff.id(), clock);
        table.insert(demand);
        put(demand, "asked", asking.asked());
        Said reason = asking.reason();
        if (reason != null) {
            texts.put(demand, "reason", reason);
        }
        workflow.start(
                PROCESS,
                id.toString(),
                Map.of(
                        "role", asking.to().role(),
                        "unit", asking.to().unit(),
                        "asker", asking.by().role(),
                        "office", asking.by().unit(),
                        "checked", asking.checked()));
        record(demand, "demand-" + demand.kind(), staff, asking.by());
        return id;
    }

    private void check(Asking asking) {
        text("asked", asking.asked(), true);
        LocalDate until = asking.until();
        LocalDate today = LocalDate.now(clock);
        if (until != null && (until.isBefore(today) || until.isAfter(today.plusDays(MOST_DAYS)))) {
            throw Refused.at("until", "demand.refused.until", MOST_DAYS);
        }
    }

    /** @throws Refused naming the field */
    public static void text(String field, String text, boolean needed) {
        if (needed && text.isBlank()) {
            throw Refused.at(field, "demand.refused.empty");
        }
        if (text.length() > LONGEST) {
            throw Refused.at(field, "demand.refused.long", LONGEST);
        }
        if (Mobile.in(text)) {
            throw Refused.at(field, "demand.refused.mobile");
        }
    }

    /** 撤销: takes it back with a reason. @throws Refused if it is over */
    @Transactional
    public void withdraw(UUID id, Staff staff, Post as, String reason) {
        text("reason", reason, true);
        Demand demand = table.lock(id).filter(Demand::open).orElseThrow(Demands::over);
        put(demand, "remark", reason);
        table.end(id, "withdrawn");
        workflow.cancel(PROCESS, id.toString(), "withdrawn");
        record(demand, "demand-withdrawn", staff, as);
    }

    /** @throws NoSuchElementException if there is none */
    public Demand get(UUID id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("demand " + id));
    }

    public Optional<Demand> find(UUID id) {
        return table.find(id);
    }

    /** Of a case, newest first. */
    public List<Demand> of(UUID caseId, String... kinds) {
        return table.of(caseId).stream()
                .filter(demand -> List.of(kinds).contains(demand.kind()))
                .toList();
    }

    void answered(Demand demand, String answer, Staff staff, Post as) {
        put(demand, "answer", answer);
        table.answered(demand.id());
        if (!demand.checked()) {
            table.end(demand.id(), "accepted");
        }
        record(demand, "demand-answered", staff, as);
    }

    void accepted(Demand demand, Staff staff, Post as) {
        table.end(demand.id(), "accepted");
        record(demand, "demand-accepted", staff, as);
    }

    void back(Demand demand, String remark, Staff staff, Post as) {
        put(demand, "remark", remark);
        table.back(demand.id());
        record(demand, "demand-back", staff, as);
    }

    Demand lock(UUID id) {
        return table.lock(id).filter(Demand::open).orElseThrow(Demands::over);
    }

    private void put(Demand demand, String part, String typed) {
        texts.put(demand, part, Said.typed(typed.strip()));
    }

    private void record(Demand demand, String act, Staff staff, Post as) {
        String to = directory.name(demand.to().unit());
        cases.record(demand.caseId(), act, staff.id(), as, null, Map.of("to", to));
    }

    private static Refused over() {
        return new Refused("demand.refused.over");
    }
}
