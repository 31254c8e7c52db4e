package org.qipan.campaign;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.campaign.Reporting.Paper;
import org.qipan.campaign.Reporting.Text;
import org.qipan.casefile.CaseFiles;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.plan.Plans;
import org.qipan.worklist.CasePage;
import org.qipan.worklist.CasePage.Panel;
import org.qipan.worklist.CasePage.Prefill;
import org.qipan.worklist.Refused;
import org.qipan.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** The last three tasks of a campaign: 汇总报送, 上级验收, 签发通报. */
@Component
class ReportWork {

    private static final Set<String> TASKS =
            Set.of(CampaignProcess.COMPILE, CampaignProcess.ACCEPT, CampaignProcess.SIGN);

    private final Campaigns campaigns;
    private final Plans plans;
    private final CampaignProcess process;
    private final Reporting reporting;
    private final CaseFiles files;

    ReportWork(Campaigns campaigns, Plans plans, CampaignProcess process, Reporting reporting, CaseFiles files) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.process = process;
        this.reporting = reporting;
        this.files = files;
    }

    static boolean serves(WorkItem item) {
        return TASKS.contains(item.key());
    }

    Panel panel(WorkItem item) {
        UUID id = item.caseId();
        return switch (item.key()) {
            case CampaignProcess.COMPILE -> reporting.gathered(id, owner(id));
            case CampaignProcess.ACCEPT -> reporting.examined(id, owner(id));
            default -> reporting.addressees(id, owner(id));
        };
    }

    Prefill prefill(WorkItem item) {
        UUID id = item.caseId();
        switch (item.key()) {
            case CampaignProcess.COMPILE -> {
                Text text = reporting.summary(id, owner(id));
                return new Prefill(
                        Map.of("summary", text.text(), "confirmed", text.confirmed()),
                        Map.of("summary", "campaign.source.figures"));
            }
            case CampaignProcess.SIGN -> {
                Paper paper = reporting.circular(id, owner(id));
                return new Prefill(
                        Map.of("title", paper.title(), "content", paper.content()),
                        Map.of("content", "campaign.source.figures"));
            }
            default -> {
                return Prefill.NONE;
            }
        }
    }

    Map<String, String> returnable(WorkItem item) {
        return item.key().equals(CampaignProcess.ACCEPT)
                ? reporting.returnable(item.caseId(), owner(item.caseId()))
                : Map.of();
    }

    Map<String, @Nullable Object> completing(WorkItem item, Map<String, Object> values, Staff by, Post as) {
        UUID id = item.caseId();
        return switch (item.key()) {
            case CampaignProcess.COMPILE -> compile(id, values, by, as);
            case CampaignProcess.ACCEPT -> accept(id, values, by, as);
            default -> sign(id, values, by, as);
        };
    }

    /** Where no unit accepts the result, the owner's leader signs at once. */
    private Map<String, @Nullable Object> compile(UUID id, Map<String, Object> values, Staff by, Post as) {
        String summary = UnitWork.text(values, "summary");
        boolean confirmed = Boolean.TRUE.equals(values.get("confirmed"));
        int times = reporting.submit(id, owner(id), new Text(summary == null ? "" : summary, confirmed), by);
        if (campaigns.get(id).state() == Campaign.State.RUNNING) {
            campaigns.report(id);
        }
        String acceptance = plans.latest(id).plan().acceptance();
        Map<String, @Nullable Object> variables = new HashMap<>();
        if (acceptance == null || acceptance.isBlank()) {
            campaigns.circulate(id);
            reporting.compose(id, owner(id), by);
            variables.put("reviewer", null);
            variables.put("upper", null);
        } else {
            campaigns.accept(id);
            variables.put("reviewer", process.reviewer(acceptance));
            variables.put("upper", acceptance);
        }
        files.record(id, "campaign.reported", by.id(), as, null, Map.of("round", "v" + times));
        return variables;
    }

    private Map<String, @Nullable Object> accept(UUID id, Map<String, Object> values, Staff by, Post as) {
        Map<String, String> returned = CasePage.returned(values);
        String remark = UnitWork.text(values, "remark");
        if (!returned.isEmpty()) {
            reporting.giveBack(id, owner(id), returned, by, as);
            campaigns.report(id);
            files.record(id, "campaign.resultReturned", by.id(), as, String.join("\n", returned.values()), Map.of());
            return outcome("returned");
        }
        if (!"accept".equals(values.get("decision"))) {
            throw new Refused("campaign.refused.chooseItems");
        }
        String receipt = reporting.accept(id, owner(id), by, as);
        campaigns.circulate(id);
        reporting.compose(id, owner(id), by);
        files.record(id, "campaign.resultAccepted", by.id(), as, remark, Map.of("receipt", receipt));
        return outcome("accepted");
    }

    private Map<String, @Nullable Object> sign(UUID id, Map<String, Object> values, Staff by, Post as) {
        String title = UnitWork.text(values, "title");
        String content = UnitWork.text(values, "content");
        Paper paper = new Paper(title == null ? "" : title, content == null ? "" : content);
        String number = reporting.sign(id, owner(id), paper, by, as);
        campaigns.close(id);
        files.record(
                id, "campaign.circularSigned", by.id(), as, UnitWork.text(values, "remark"), Map.of("number", number));
        return new HashMap<>();
    }

    private static Map<String, @Nullable Object> outcome(String outcome) {
        return new HashMap<>(Map.of("outcome", outcome));
    }

    private String owner(UUID campaign) {
        return campaigns.get(campaign).unit();
    }
}
