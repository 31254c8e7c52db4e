package org.qipan.advice;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.CasePage;
import org.qipan.worklist.WorkFacts;
import org.qipan.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** Recommendations as a kind of case: their tasks are those of what is asked. */
@Component
class AdvicePage implements CasePage {

    static final String KIND = "advice";

    private final AdviceTable table;
    private final Advices advices;

    AdvicePage(AdviceTable table, Advices advices) {
        this.table = table;
        this.advices = advices;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> processes() {
        return List.of();
    }

    @Override
    public WorkFacts facts(String process, String key, String ref) {
        throw new IllegalStateException("no process of its own");
    }

    @Override
    public String url(UUID caseId) {
        return "/complaints/advice/" + caseId;
    }

    @Override
    public List<Fact> summary(WorkItem item) {
        return List.of();
    }

    @Override
    public Prefill prefill(WorkItem item) {
        return Prefill.NONE;
    }

    @Override
    public boolean visible(UUID caseId, Staff reader) {
        return table.find(caseId)
                .filter(advice -> advices.visible(advice, reader))
                .isPresent();
    }

    @Override
    public Map<String, Object> completing(WorkItem item, Map<String, Object> values, Staff by, Post as) {
        throw new IllegalStateException("no process of its own");
    }
}
