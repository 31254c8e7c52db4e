package org.qipan.campaign;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.qipan.campaign.PlanStore.Version;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.qipan.worklist.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans while they are written, section by section and by several people. */
@Service
@Transactional
class PlanDrafts {

    private final Campaigns campaigns;
    private final PlanStore plans;
    private final PlanVocabulary vocabulary;
    private final Directory directory;
    private final Clock clock;

    PlanDrafts(Campaigns campaigns, PlanStore plans, PlanVocabulary vocabulary, Directory directory, Clock clock) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.vocabulary = vocabulary;
        this.directory = directory;
        this.clock = clock;
    }

    /** Someone else changed the section since it was read. */
    static class SectionChanged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SectionChanged(Section section) {
            super(section.key());
        }
    }

    /**
     * Saves one section of the plan.
     *
     * @param seen {@link PlanStore#digest} of the section when it was read
     * @throws SectionChanged if it is another one by now
     * @throws Refused if the plan is not being drafted, the section was not returned, or a word is forbidden
     */
    Version save(UUID id, Section section, String seen, UnaryOperator<Plan> change, Staff by) {
        Campaign campaign = campaigns.get(id);
        Version current = plans.lock(id);
        if (campaign.state() != Campaign.State.DRAFT) {
            throw new Refused("campaign.refused.state." + campaign.state().key());
        }
        if (!current.editable(section)) {
            throw new Refused("campaign.refused.notReturned");
        }
        Plan changed = placed(change.apply(current.plan()), directory.unit(campaign.unit()));
        String wanted = plans.digest(changed, section);
        String now = plans.digest(current.plan(), section);
        if (wanted.equals(now)) {
            return current;
        }
        if (!now.equals(seen)) {
            throw new SectionChanged(section);
        }
        vocabulary.check(changed.part(section));
        plans.update(current, changed, by.id(), clock.instant());
        return campaigns.plan(id);
    }

    private static Plan placed(Plan plan, Unit owner) {
        return plan.withTasks(plan.tasks().stream()
                .map(t -> PlanRules.placed(t, owner.kind()))
                .toList());
    }

    /** The task is counted from the work records: the units need not fill it in. @param task index in the plan */
    void count(UUID id, int task, String measure, Staff by) {
        String seen = plans.digest(campaigns.plan(id).plan(), Section.TASKS);
        save(
                id,
                Section.TASKS,
                seen,
                plan -> {
                    List<PlanTask> tasks = new ArrayList<>(plan.tasks());
                    tasks.set(task, tasks.get(task).counting(measure));
                    return plan.withTasks(tasks);
                },
                by);
    }
}
