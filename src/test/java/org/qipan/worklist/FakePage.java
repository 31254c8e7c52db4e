package org.qipan.worklist;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;

/** A capability whose rules a test sets. */
public class FakePage implements CasePage {

    public volatile WorkFacts facts;
    public volatile RuntimeException refusal;
    public final AtomicInteger asked = new AtomicInteger();
    public final AtomicInteger completed = new AtomicInteger();
    public volatile Map<String, Object> accepted = Map.of();
    public volatile Map<String, String> items = Map.of();
    public volatile String decidesOn;
    public volatile org.qipan.deadline.TermRule rule;
    public volatile java.time.Instant extended;
    public volatile boolean visible = true;

    @Override
    public String kind() {
        return "campaign";
    }

    @Override
    public List<String> processes() {
        return List.of("campaign-unit");
    }

    @Override
    public WorkFacts facts(String process, String key, String ref) {
        return facts;
    }

    @Override
    public String url(UUID caseId) {
        return "/campaigns/" + caseId;
    }

    @Override
    public List<Fact> summary(WorkItem item) {
        return List.of(new Fact("desk.filter.campaign", item.title(), null));
    }

    @Override
    public Prefill prefill(WorkItem item) {
        return Prefill.NONE;
    }

    @Override
    public Map<String, Object> completing(WorkItem item, Map<String, Object> values, Staff by, Post as) {
        asked.incrementAndGet();
        if (refusal != null) {
            throw refusal;
        }
        completed.incrementAndGet();
        accepted = values;
        return Map.of();
    }

    @Override
    public String decidesOn(WorkItem item) {
        return item.key().equals(decidesOn) ? null : decidesOn;
    }

    @Override
    public boolean visible(UUID caseId, Staff reader) {
        return visible;
    }

    @Override
    public org.qipan.deadline.TermRule rule(WorkItem item) {
        return rule;
    }

    @Override
    public void extended(WorkItem item, java.time.Instant due, String reason) {
        extended = due;
    }

    @Override
    public Map<String, String> returnable(WorkItem item) {
        return items;
    }
}
