package org.qipan.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Said;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.plan.Plan;
import org.qipan.plan.Plans;
import org.qipan.plan.Plans.Version;
import org.qipan.plan.Section;
import org.qipan.worklist.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Campaigns, in the words of the people who make them. What a plan says is for {@link Plans}; what happens while a campaign runs is
 * {@link RunningCampaign}'s.
 */
@Service
@Transactional
class Campaigns {

    private final CampaignRepository repository;
    private final Plans plans;
    private final CaseFiles files;
    private final Directory directory;
    private final Clock clock;

    Campaigns(CampaignRepository repository, Plans plans, CaseFiles files, Directory directory, Clock clock) {
        this.repository = repository;
        this.plans = plans;
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
        plans.check("name", name);
        UUID id = files.open("campaign", name, as.unit(), by.id());
        Campaign campaign =
                new Campaign(id, as.unit(), directory.ownerArea(as.unit()), name, copiedFrom, by.id(), clock.instant());
        campaign.practise(practice);
        if (practice) {
            files.practise(id);
        }
        repository.saveAndFlush(campaign);
        plans.begin(id, plan, by.id());
        files.record(id, "campaign.opened", by.id(), as, null, Map.of());
        return id;
    }

    @Transactional(readOnly = true)
    Campaign get(UUID id) {
        return repository.findById(id).orElseThrow(() -> new NoSuchElementException("campaign " + id));
    }

    void rename(UUID id, String name) {
        plans.check("name", name);
        get(id).rename(name);
        files.retitle(id, Said.typed(name));
    }

    /** The plan goes to the leader. Called when the drafting task is completed. @throws Refused with everything that is missing */
    void submit(UUID id) {
        Campaign campaign = get(id);
        plans.submit(id, directory.unit(campaign.unit()).kind());
        campaign.submit();
        repository.saveAndFlush(campaign);
    }

    /** The leader ticks a section off ({@code remark} null) or notes what is to be changed. */
    void mark(UUID id, Section section, @Nullable String remark) {
        if (get(id).state() != Campaign.State.APPROVAL) {
            throw new Refused("campaign.refused.notSubmitted");
        }
        plans.mark(id, section, remark);
    }

    /** The marked sections go back to the drafter. */
    void returned(UUID id, Staff by) {
        Campaign campaign = get(id);
        plans.giveBack(id, by.id());
        campaign.returned();
        repository.saveAndFlush(campaign);
    }

    /** The leader agrees. The rows are made by {@link PlanFreezer}, when the process comes to it. */
    void approved(UUID id, Staff by) {
        Version submitted = plans.lock(id);
        if (get(id).state() != Campaign.State.APPROVAL) {
            throw new Refused("campaign.refused.notSubmitted");
        }
        plans.approve(submitted, by.id());
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
