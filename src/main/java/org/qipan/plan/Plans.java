package org.qipan.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.UnitKind;
import org.qipan.worklist.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans and their versions. When each step may be taken is for the module that runs the campaign; it has asked before it calls. */
@Service
@Transactional
public class Plans {

    private final PlanStore store;
    private final PlanRules rules;
    private final PlanVocabulary vocabulary;
    private final LibraryFiles library;
    private final Clock clock;

    Plans(PlanStore store, PlanRules rules, PlanVocabulary vocabulary, LibraryFiles library, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.vocabulary = vocabulary;
        this.library = library;
        this.clock = clock;
    }

    /**
     * A version of a plan.
     *
     * @param returned remark of the approver by section; if any, only these may be changed
     */
    public record Version(
            UUID campaign,
            int no,
            Plan plan,
            Map<Section, String> returned,
            UUID savedBy,
            Instant savedAt,
            @Nullable Instant issuedAt) {
        boolean editable(Section section) {
            return returned.isEmpty() || returned.containsKey(section);
        }
    }

    /** The first version. Files of the plan it starts from are copied: each campaign has its own. */
    public void begin(UUID campaign, Plan plan, UUID by) {
        Plan own = plan.with(library.copied(plan.library(), campaign, by));
        store.insert(campaign, 1, own, Map.of(), by, clock.instant());
    }

    /** @throws NoSuchElementException if there is no such campaign */
    @Transactional(readOnly = true)
    public Version latest(UUID campaign) {
        return store.latest(campaign).orElseThrow(() -> new NoSuchElementException("campaign " + campaign));
    }

    /** The latest version, locked until the transaction ends. */
    public Version lock(UUID campaign) {
        return store.lock(campaign);
    }

    /** The version in force. */
    @Transactional(readOnly = true)
    public Optional<Version> issued(UUID campaign) {
        return store.issued(campaign);
    }

    /** @param field key of the form field @throws Refused if a forbidden word stands in the text */
    public void check(String field, String text) {
        vocabulary.check(field, text);
    }

    @Transactional(readOnly = true)
    List<PlanRules.Problem> problems(UUID campaign, UnitKind owner) {
        return rules.problems(latest(campaign).plan(), owner, LocalDate.now(clock));
    }

    /** The plan goes to the leader, without the marks of an earlier review. @throws Refused with everything that is missing */
    public void submit(UUID campaign, UnitKind owner) {
        List<PlanRules.Problem> problems = problems(campaign, owner);
        if (!problems.isEmpty()) {
            throw new Refused(problems.stream().map(PlanRules.Problem::reason).toList());
        }
        store.remark(store.lock(campaign), Map.of());
    }

    /** The leader ticks a section off ({@code remark} null) or notes what is to be changed. */
    public void mark(UUID campaign, Section section, @Nullable String remark) {
        Version current = store.lock(campaign);
        Map<Section, String> marks = new EnumMap<>(Section.class);
        marks.putAll(current.returned());
        if (remark == null) {
            marks.remove(section);
        } else {
            vocabulary.check("remark", remark);
            marks.put(section, remark.strip());
        }
        store.remark(current, marks);
    }

    /** The marked sections go back to the drafter as a new version; the submitted one stays as it was. */
    public void giveBack(UUID campaign, UUID by) {
        Version submitted = store.lock(campaign);
        if (submitted.returned().isEmpty()) {
            throw new Refused("plan.refused.nothingMarked");
        }
        store.insert(campaign, submitted.no() + 1, submitted.plan(), submitted.returned(), by, clock.instant());
    }

    /** @throws Refused if a section is marked */
    public void approve(Version submitted, UUID by) {
        if (!submitted.returned().isEmpty()) {
            throw new Refused("plan.refused.marked");
        }
        store.approved(submitted, by);
    }

    /** From now on the version is in force. */
    public void issue(Version approved) {
        store.issued(approved, clock.instant());
    }
}
