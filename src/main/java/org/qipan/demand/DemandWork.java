package org.qipan.demand;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseEvent;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Said;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.AskedPage;
import org.qipan.worklist.CasePages;
import org.qipan.worklist.Copies;
import org.qipan.worklist.Refused;
import org.qipan.worklist.WorkFacts;
import org.qipan.worklist.WorkItem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How a demand is listed, answered and accepted. The asked unit reads what is asked, not the case. */
@Component
class DemandWork implements AskedPage {

    private static final String ANSWER = "Task_Answer";
    private static final String CHECK = "Task_Check";

    private final Demands demands;
    private final DemandViews views;
    private final ObjectProvider<DemandRule> rules;
    private final Copies copies;
    private final CasePages pages;
    private final CaseFiles cases;

    DemandWork(
            Demands demands,
            DemandViews views,
            ObjectProvider<DemandRule> rules,
            Copies copies,
            CasePages pages,
            CaseFiles cases) {
        this.demands = demands;
        this.views = views;
        this.rules = rules;
        this.copies = copies;
        this.pages = pages;
        this.cases = cases;
    }

    @Override
    public String kind() {
        return Demands.PROCESS;
    }

    @Override
    public WorkFacts facts(String process, String key, String ref) {
        Demand demand = demand(ref);
        boolean check = key.equals(CHECK);
        Said subject = Said.of((check ? "demand.check." : "demand.subject.") + demand.kind());
        return new WorkFacts(
                demand.caseId(),
                subject,
                null,
                check ? null : demand.due(),
                check || demand.due() == null ? null : demand.at(),
                false,
                false,
                false,
                demand.returned() > 0 && !check,
                false);
    }

    @Override
    public Panel panel(WorkItem item, Staff by) {
        return new Panel(
                "demand/_demand :: panel",
                Map.of("demand", views.of(demand(item.ref())), "demandCase", url(item.caseId(), by)));
    }

    /** Address of the case for whoever may open it, as the leader who has it in his care; empty for others. */
    private String url(UUID caseId, Staff reader) {
        return cases.find(caseId)
                .map(one -> pages.byKind().get(one.kind()))
                .filter(page -> page.visible(caseId, reader))
                .map(page -> page.url(caseId))
                .orElse("");
    }

    /** What the two sides did with each other; the rest of the case is not shown for a demand. */
    @Override
    public List<CaseEvent> course(WorkItem item, List<CaseEvent> whole) {
        return whole.stream()
                .filter(event -> {
                    Post post = event.post();
                    return event.act().startsWith("demand-")
                            && post != null
                            && post.unit().equals(item.post().unit());
                })
                .toList();
    }

    /** Whoever accepts an answer did not give it. */
    @Override
    public @Nullable String decidesOn(WorkItem item) {
        return item.key().equals(CHECK) ? ANSWER : null;
    }

    @Override
    public Map<String, Object> completing(WorkItem item, Map<String, Object> values, Staff by, Post as) {
        Demand demand = demands.lock(UUID.fromString(item.ref()));
        return item.key().equals(CHECK) ? checked(demand, values, by, as) : answered(demand, values, by, as);
    }

    private Map<String, Object> answered(Demand demand, Map<String, Object> values, Staff by, Post as) {
        rules.stream().filter(rule -> rule.kind().equals(demand.kind())).forEach(rule -> rule.answering(demand));
        demands.answered(demand, String.valueOf(values.get("answer")).strip(), by, as);
        if (!demand.checked() && !demand.by().equals(demand.to())) {
            copies.tell(demand.caseId(), Said.of("demand.check." + demand.kind()), "demand-answered", demand.by());
        }
        return Map.of();
    }

    private Map<String, Object> checked(Demand demand, Map<String, Object> values, Staff by, Post as) {
        boolean back = "back".equals(values.get("decision"));
        if (back) {
            String remark = Objects.toString(values.get("remark"), "").strip();
            if (remark.isEmpty()) {
                throw Refused.at("remark", "demand.refused.remark");
            }
            demands.back(demand, remark, by, as);
        } else {
            demands.accepted(demand, by, as);
        }
        return Map.of("decision", back ? "back" : "accepted");
    }

    private Demand demand(String ref) {
        return demands.get(UUID.fromString(ref));
    }
}
