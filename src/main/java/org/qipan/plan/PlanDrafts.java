package org.qipan.plan;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.qipan.plan.PlannedCampaigns.Planned;
import org.qipan.plan.Plans.Version;
import org.qipan.worklist.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans while they are written, section by section and by several people. */
@Service
@Transactional
class PlanDrafts {

    private final PlannedCampaigns campaigns;
    private final Plans versions;
    private final PlanStore plans;
    private final PlanVocabulary vocabulary;
    private final LibraryFiles library;
    private final Directory directory;
    private final Clock clock;

    PlanDrafts(
            PlannedCampaigns campaigns,
            Plans versions,
            PlanStore plans,
            PlanVocabulary vocabulary,
            LibraryFiles library,
            Directory directory,
            Clock clock) {
        this.campaigns = campaigns;
        this.versions = versions;
        this.plans = plans;
        this.vocabulary = vocabulary;
        this.library = library;
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
     * @throws Refused if the plan is not being drafted, the section was not returned, a word is forbidden or a file is somebody else's
     */
    Version save(UUID id, Section section, String seen, UnaryOperator<Plan> change, Staff by) {
        Planned campaign = campaigns.get(id);
        Version current = plans.lock(id);
        if (campaign.closed() != null) {
            throw new Refused(campaign.closed());
        }
        if (!current.editable(section)) {
            throw new Refused("plan.refused.notReturned");
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
        Plan taken = section == Section.LIBRARY ? changed.with(library.taken(id, changed.library(), by.id())) : changed;
        vocabulary.check(taken.part(section));
        plans.update(current, taken, by.id(), clock.instant());
        return versions.latest(id);
    }

    /** What is still missing before the plan can go to the leader. */
    @Transactional(readOnly = true)
    List<PlanRules.Problem> problems(UUID id) {
        return versions.problems(id, directory.unit(campaigns.get(id).unit()).kind());
    }

    private static Plan placed(Plan plan, Unit owner) {
        return plan.withTasks(plan.tasks().stream()
                .map(t -> PlanRules.placed(t, owner.kind()))
                .toList());
    }

    /**
     * The task is counted from the work records: the units need not fill it in.
     *
     * @param task index in the plan
     * @throws Refused if somebody took it out meanwhile
     */
    void count(UUID id, int task, String measure, Staff by) {
        String seen = plans.digest(versions.latest(id).plan(), Section.TASKS);
        save(
                id,
                Section.TASKS,
                seen,
                plan -> {
                    List<PlanTask> tasks = new ArrayList<>(plan.tasks());
                    if (task < 0 || task >= tasks.size()) {
                        throw new Refused("plan.refused.taskGone");
                    }
                    tasks.set(task, tasks.get(task).counting(measure));
                    return plan.withTasks(tasks);
                },
                by);
    }
}
