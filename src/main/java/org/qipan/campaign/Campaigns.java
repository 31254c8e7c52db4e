package org.qipan.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.campaign.PlanStore.Version;
import org.qipan.casefile.CaseFiles;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.UnitKind;
import org.qipan.worklist.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Campaigns and their plans, in the words of the people who make them. Plans are written in {@link PlanDrafts}; what happens while a campaign
 * runs is {@link RunningCampaign}'s.
 */
@Service
@Transactional
class Campaigns {

    private final CampaignRepository repository;
    private final PlanStore plans;
    private final PlanRules rules;
    private final PlanVocabulary vocabulary;
    private final CaseFiles files;
    private final Directory directory;
    private final Clock clock;

    Campaigns(
            CampaignRepository repository,
            PlanStore plans,
            PlanRules rules,
            PlanVocabulary vocabulary,
            CaseFiles files,
            Directory directory,
            Clock clock) {
        this.repository = repository;
        this.plans = plans;
        this.rules = rules;
        this.vocabulary = vocabulary;
        this.files = files;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Opens a campaign with a plan to start from: empty, the sample, or that of an old campaign.
     *
     * @param copiedFrom the old campaign, null otherwise
     */
    UUID open(String name, Plan plan, @Nullable UUID copiedFrom, boolean practice, Staff by, Post as) {
        vocabulary.check("name", name);
        UUID id = files.open("campaign", name, as.unit(), by.id());
        Campaign campaign =
                new Campaign(id, as.unit(), directory.ownerArea(as.unit()), name, copiedFrom, by.id(), clock.instant());
        campaign.practise(practice);
        repository.saveAndFlush(campaign);
        plans.insert(id, 1, plan, Map.of(), by.id(), clock.instant());
        files.record(id, "campaign.opened", by.id(), as, null, Map.of());
        return id;
    }

    @Transactional(readOnly = true)
    Campaign get(UUID id) {
        return repository.findById(id).orElseThrow(() -> new NoSuchElementException("campaign " + id));
    }

    @Transactional(readOnly = true)
    Version plan(UUID id) {
        return plans.latest(id).orElseThrow(() -> new NoSuchElementException("campaign " + id));
    }

    /** The kind of the unit that holds the campaign: tasks without an item of a duty list stay there. */
    @Transactional(readOnly = true)
    UnitKind ownerKind(UUID id) {
        return directory.unit(get(id).unit()).kind();
    }

    void rename(UUID id, String name) {
        vocabulary.check("name", name);
        get(id).rename(name);
        files.retitle(id, name);
    }

    @Transactional(readOnly = true)
    List<PlanRules.Problem> problems(UUID id) {
        return rules.problems(plan(id).plan(), ownerKind(id), LocalDate.now(clock));
    }

    /** The plan goes to the leader. Called when the drafting task is completed. */
    void submit(UUID id) {
        List<PlanRules.Problem> problems = problems(id);
        if (!problems.isEmpty()) {
            throw new Refused(problems.stream().map(PlanRules.Problem::reason).toList());
        }
        Campaign campaign = get(id);
        campaign.submit();
        repository.saveAndFlush(campaign);
        plans.remark(plans.lock(id), Map.of());
    }

    /** The leader ticks a section off ({@code remark} null) or notes what is to be changed. */
    void mark(UUID id, Section section, @Nullable String remark) {
        if (get(id).state() != Campaign.State.APPROVAL) {
            throw new Refused("campaign.refused.notSubmitted");
        }
        Version current = plans.lock(id);
        Map<Section, String> marks = new EnumMap<>(Section.class);
        marks.putAll(current.returned());
        if (remark == null) {
            marks.remove(section);
        } else {
            vocabulary.check("remark", remark);
            marks.put(section, remark.strip());
        }
        plans.remark(current, marks);
    }

    /** The marked sections go back to the drafter as a new version; the submitted one stays as it was. */
    void returned(UUID id, Staff by) {
        Campaign campaign = get(id);
        Version submitted = plans.lock(id);
        if (submitted.returned().isEmpty()) {
            throw new Refused("campaign.refused.nothingMarked");
        }
        campaign.returned();
        repository.saveAndFlush(campaign);
        plans.insert(id, submitted.no() + 1, submitted.plan(), submitted.returned(), by.id(), clock.instant());
    }

    /** The leader agrees. The rows are made by {@link PlanFreezer}, when the process comes to it. */
    void approved(UUID id, Staff by) {
        Version submitted = plans.lock(id);
        if (get(id).state() != Campaign.State.APPROVAL) {
            throw new Refused("campaign.refused.notSubmitted");
        }
        if (!submitted.returned().isEmpty()) {
            throw new Refused("campaign.refused.marked");
        }
        plans.approved(submitted, by.id());
    }

    void extend(UUID id, LocalDate last) {
        get(id).extend(last);
    }

    void report(UUID id) {
        get(id).report();
    }

    void accept(UUID id) {
        get(id).accept();
    }

    void circulate(UUID id) {
        get(id).circulate();
    }

    void close(UUID id) {
        get(id).close();
        files.close(id);
    }

    void cancel(UUID id, String reason) {
        get(id).cancel(reason);
        files.close(id);
    }
}
