package org.qipan.plan;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.qipan.directory.Staff;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Writes plans for tests of the modules above, as their drafters do. */
public class PlanPen {

    private final Plans plans;
    private final PlanDrafts drafts;
    private final PlanStore store;

    PlanPen(Plans plans, PlanDrafts drafts, PlanStore store) {
        this.plans = plans;
        this.drafts = drafts;
        this.store = store;
    }

    public void write(UUID campaign, Section section, UnaryOperator<Plan> change, Staff by) {
        drafts.save(campaign, section, seen(campaign, section), change, by);
    }

    String seen(UUID campaign, Section section) {
        return store.digest(plans.latest(campaign).plan(), section);
    }

    /** The form of a section as the page shows it now, with some fields changed. */
    public MockHttpServletRequestBuilder save(UUID campaign, Section section, Map<String, String> changed) {
        Map<String, String> fields = PlanFields.of(plans.latest(campaign).plan(), section, PlanDay::toString);
        fields.putAll(changed);
        MockHttpServletRequestBuilder request =
                post("/campaigns/{id}/plan/{s}", campaign, section.key()).param("seen", seen(campaign, section));
        fields.forEach(request::param);
        return request;
    }
}
