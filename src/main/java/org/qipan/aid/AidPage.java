package org.qipan.aid;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.CasePage;
import org.qipan.worklist.WorkFacts;
import org.qipan.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** Referrals as a kind of case: their tasks are those of what is asked, and nobody is led from one to the matter. */
@Component
class AidPage implements CasePage {

    static final String KIND = "aid";

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
        return "/worklist";
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
    public Map<String, Object> completing(WorkItem item, Map<String, Object> values, Staff by, Post as) {
        throw new IllegalStateException("no process of its own");
    }
}
