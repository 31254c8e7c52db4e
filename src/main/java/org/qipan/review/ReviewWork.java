package org.qipan.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Said;
import org.qipan.complaint.AnsweredMatters;
import org.qipan.deadline.TermRule;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.CasePage;
import org.qipan.worklist.WorkFacts;
import org.qipan.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** How the tasks of a request are listed, shown and done in the worklist: as tasks of the matter they are about. */
@Component
class ReviewWork implements CasePage {

    private final ReviewTable table;
    private final ReviewDecisions decisions;
    private final ReviewViews views;
    private final AnsweredMatters matters;

    ReviewWork(ReviewTable table, ReviewDecisions decisions, ReviewViews views, AnsweredMatters matters) {
        this.table = table;
        this.decisions = decisions;
        this.views = views;
        this.matters = matters;
    }

    @Override
    public String kind() {
        return "complaint";
    }

    @Override
    public List<String> processes() {
        return List.of(ReviewProcess.REVIEW);
    }

    @Override
    public WorkFacts facts(String process, String key, String ref) {
        Review review = table.get(UUID.fromString(ref));
        Said subject = Said.both(Said.of("review.step." + review.level().number()), Said.of("review.subject." + key));
        return new WorkFacts(
                review.complaint(), subject, null, review.due(), review.asked(), false, false, false, false, false);
    }

    @Override
    public String url(UUID caseId) {
        return "/complaints/" + caseId;
    }

    @Override
    public List<Fact> summary(WorkItem item) {
        return List.of();
    }

    @Override
    public Prefill prefill(WorkItem item) {
        Review review = review(item);
        return item.key().equals(ReviewProcess.SERVE)
                ? new Prefill(matters.serving(review.complaint()), Map.of())
                : Prefill.NONE;
    }

    @Override
    public boolean visible(UUID caseId, Staff reader) {
        return matters.visible(caseId, reader);
    }

    @Override
    public TermRule rule(WorkItem item) {
        return ReviewRights.given(review(item));
    }

    /** Whoever signs did not examine. */
    @Override
    public @Nullable String decidesOn(WorkItem item) {
        return item.key().equals(ReviewProcess.SIGN) ? ReviewProcess.EXAMINE : null;
    }

    @Override
    public Panel panel(WorkItem item, Staff by) {
        Review review = review(item);
        Map<String, Object> model = new HashMap<>(matters.panel(review.complaint(), by));
        model.put("review", views.of(review, item.key()));
        return new Panel("review/_review :: panel", model);
    }

    @Override
    public Map<String, Object> completing(WorkItem item, Map<String, Object> values, Staff by, Post as) {
        return decisions.completing(item, values, by, as);
    }

    private Review review(WorkItem item) {
        return table.get(UUID.fromString(item.ref()));
    }
}
