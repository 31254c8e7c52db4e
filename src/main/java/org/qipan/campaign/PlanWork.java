package org.qipan.campaign;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseFiles;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.plan.Section;
import org.qipan.plan.UnsavedSections;
import org.qipan.worklist.CasePage;
import org.qipan.worklist.WorkItem;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The tasks of the campaign itself up to its last stage: drafting, approving, closing stages. */
@Component
class PlanWork {

    private final Campaigns campaigns;
    private final UnsavedSections unsaved;
    private final StageGate gate;
    private final CaseFiles files;
    private final MessageSource messages;

    PlanWork(Campaigns campaigns, UnsavedSections unsaved, StageGate gate, CaseFiles files, MessageSource messages) {
        this.campaigns = campaigns;
        this.unsaved = unsaved;
        this.gate = gate;
        this.files = files;
        this.messages = messages;
    }

    Map<String, @Nullable Object> completing(WorkItem item, Map<String, Object> values, Staff by, Post as) {
        UUID id = item.caseId();
        String remark = UnitWork.text(values, "remark");
        return switch (item.key()) {
            case CampaignProcess.DRAFT -> {
                unsaved.refuse(id, by.id());
                campaigns.submit(id);
                yield noted(id, "campaign.planSubmitted", remark, by, as, Map.of());
            }
            case CampaignProcess.APPROVE -> approve(id, values, remark, by, as);
            case CampaignProcess.CLOSE_STAGE -> {
                Long stage = item.stage();
                if (stage == null) {
                    throw new IllegalStateException("a stage without number: work item " + item.id());
                }
                gate.close(stage, UnitWork.text(values, "reason"), by, as);
                yield Map.of();
            }
            default -> throw new IllegalStateException("not a task of the plan: " + item.key());
        };
    }

    private Map<String, @Nullable Object> approve(
            UUID id, Map<String, Object> values, @Nullable String remark, Staff by, Post as) {
        CasePage.returned(values)
                .forEach(
                        (section, why) -> campaigns.mark(id, Section.of(section).orElseThrow(), why));
        if ("approve".equals(values.get("decision"))) {
            campaigns.approved(id, by);
            return noted(id, "campaign.planApproved", remark, by, as, Map.of("outcome", "approved"));
        }
        campaigns.returned(id, by);
        return noted(id, "campaign.planReturned", remark, by, as, Map.of("outcome", "returned"));
    }

    /** Sections of the plan, for 退回修改. */
    Map<String, String> returnable() {
        Map<String, String> sections = new LinkedHashMap<>();
        for (Section section : Section.values()) {
            sections.put(
                    section.key(),
                    messages.getMessage("plan.section." + section.key(), null, LocaleContextHolder.getLocale()));
        }
        return sections;
    }

    private Map<String, @Nullable Object> noted(
            UUID id,
            String act,
            @Nullable String remark,
            Staff by,
            Post as,
            Map<String, ? extends @Nullable Object> variables) {
        files.record(id, act, by.id(), as, remark, Map.of());
        return new HashMap<>(variables);
    }
}
