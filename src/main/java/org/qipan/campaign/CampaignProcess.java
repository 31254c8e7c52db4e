package org.qipan.campaign;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.UnitKind;
import org.qipan.workflow.Workflow;
import org.springframework.stereotype.Component;

/** The only Java that knows the names in {@code campaign.bpmn} and {@code campaign-unit.bpmn}. */
@Component
class CampaignProcess {

    static final String CAMPAIGN = "campaign";
    static final String UNIT = "campaign-unit";
    static final String DRAFT = "Task_DraftPlan";
    static final String APPROVE = "Task_ApprovePlan";
    static final String CLOSE_STAGE = "Task_CloseStage";
    static final String COMPILE = "Task_CompileReport";
    static final String ACCEPT = "Task_AcceptCampaign";
    static final String SIGN = "Task_SignCircular";
    static final String WORK = "Task_WorkChecklist";
    static final String SUBMIT = "Task_SubmitUnit";
    static final String REVIEW = "Task_ReviewUnit";

    private static final String STAGE = "Sub_Stage";
    private static final String TIMER = "Timer_Opens";

    private final Workflow workflow;
    private final Directory directory;

    CampaignProcess(Workflow workflow, Directory directory) {
        this.workflow = workflow;
        this.directory = directory;
    }

    /** The task whose result a task decides on; null for tasks that decide on none. */
    static @Nullable String decidesOn(String key) {
        return switch (key) {
            case APPROVE -> DRAFT;
            case REVIEW -> SUBMIT;
            case ACCEPT -> COMPILE;
            default -> null;
        };
    }

    void begin(UUID campaign, String unit) {
        UnitKind kind = directory.unit(unit).kind();
        workflow.start(
                CAMPAIGN,
                campaign.toString(),
                Map.of(
                        "campaign", campaign.toString(),
                        "unit", unit,
                        "worker", role(kind, Duty.WORKER),
                        "head", role(kind, Duty.HEAD)));
    }

    /**
     * Starts a unit's part.
     *
     * @param kind of the unit, as stored
     * @param upper unit above and its kind, null at the top
     * @param hasLower whether there are lower units to hand the stage down to; a later round hands nothing down twice
     */
    void unit(long us, String unit, String kind, @Nullable Upper upper, boolean hasLower) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("us", us);
        variables.put("unit", unit);
        variables.put("worker", role(kind(kind), Duty.WORKER));
        variables.put("head", role(kind(kind), Duty.HEAD));
        variables.put("reviewer", upper == null ? null : role(kind(upper.kind()), Duty.REVIEWER));
        variables.put("upper", upper == null ? null : upper.unit());
        variables.put("hasLower", hasLower);
        workflow.start(UNIT, String.valueOf(us), variables);
    }

    record Upper(String unit, String kind) {}

    boolean withdraw(long us) {
        return workflow.correlate("UnitWithdrawn", UNIT, String.valueOf(us));
    }

    boolean recall(long us) {
        return workflow.correlate("SubmissionRecalled", UNIT, String.valueOf(us));
    }

    boolean cancel(UUID campaign) {
        return workflow.correlate("CampaignCancelled", CAMPAIGN, campaign.toString());
    }

    /** False if the instance runs on a version of the model that does not know it. */
    boolean recallWork(long us) {
        return workflow.correlate("WorkRecalled", UNIT, String.valueOf(us));
    }

    boolean recallsWork(long us) {
        return workflow.awaits("WorkRecalled", UNIT, String.valueOf(us));
    }

    void remove(long us, String reason) {
        workflow.cancel(UNIT, String.valueOf(us), reason);
    }

    void addStage(UUID campaign, long stage) {
        workflow.addInstance(CAMPAIGN, campaign.toString(), STAGE, Map.of("stage", stage));
    }

    void moveOpening(UUID campaign, long stage, java.time.Instant opens) {
        workflow.moveTimers(CAMPAIGN, campaign.toString(), TIMER, Map.of("stage", stage), opens);
    }

    /** Completes the drafting task; the post it was done in has been checked. */
    void drafted(UUID campaign) {
        String task = workflow.task(CAMPAIGN, campaign.toString(), DRAFT);
        if (task == null) {
            throw new org.qipan.workflow.TaskGone(campaign.toString());
        }
        workflow.complete(task, Map.of());
    }

    /** Who examines for this unit what a campaign achieved. */
    String reviewer(String unit) {
        return role(directory.unit(unit).kind(), Duty.REVIEWER);
    }

    private String role(UnitKind kind, Duty duty) {
        return directory
                .roleOrWorker(kind, duty)
                .orElseThrow(() -> new IllegalStateException("no role for " + kind + " " + duty));
    }

    static UnitKind kind(String stored) {
        return UnitKind.valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
