package org.qipan.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.CurrentStaff;
import org.qipan.form.Drafts;
import org.qipan.plan.PlannedCampaigns.Planned;
import org.qipan.plan.Plans.Version;
import org.springframework.stereotype.Component;

/** The plan editor as its page prints it. */
@Component
class PlanPage {

    private final PlannedCampaigns campaigns;
    private final PlanDrafts writing;
    private final Plans versions;
    private final PlanStore plans;
    private final PlanChoices choices;
    private final PlanTexts texts;
    private final CurrentStaff current;
    private final Drafts drafts;
    private final ObjectMapper json;
    private final Clock clock;

    PlanPage(
            PlannedCampaigns campaigns,
            PlanDrafts writing,
            Plans versions,
            PlanStore plans,
            PlanChoices choices,
            PlanTexts texts,
            CurrentStaff current,
            Drafts drafts,
            ObjectMapper json,
            Clock clock) {
        this.campaigns = campaigns;
        this.writing = writing;
        this.versions = versions;
        this.plans = plans;
        this.choices = choices;
        this.texts = texts;
        this.current = current;
        this.drafts = drafts;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A section on the page.
     *
     * @param remark of the approver, null if none
     * @param values text of each field
     * @param errors text by field
     * @param seen what the page knew when it was shown
     * @param draft whether unsaved typing from earlier is shown
     * @param problems what is still missing before the plan can be submitted
     */
    record SectionView(
            String key,
            boolean have,
            boolean editable,
            @Nullable String remark,
            Map<String, String> values,
            List<Integer> rows,
            Map<String, String> errors,
            String seen,
            boolean draft,
            List<String> problems) {}

    /** Typing that was not stored. */
    record Typed(Section section, Map<String, String> values, Map<String, String> errors) {}

    /** @param state message key */
    record View(
            UUID id,
            String name,
            String state,
            boolean writable,
            boolean practice,
            List<SectionView> sections,
            PlanChoices.Choices choices,
            BurdenLedger ledger,
            int problems) {}

    View of(UUID id, @Nullable Typed typed) {
        Planned campaign = campaigns.get(id);
        Version version = versions.latest(id);
        boolean writable =
                campaign.closed() == null && campaigns.drafting(campaign.unit()).isPresent();
        List<PlanRules.Problem> problems = writing.problems(id);
        List<SectionView> sections = Arrays.stream(Section.values())
                .map(section -> section(id, version, section, writable, problems, typed))
                .toList();
        return new View(
                id,
                campaign.name(),
                campaign.state(),
                writable,
                campaign.practice(),
                sections,
                choices.of(version.plan(), campaign.unit()),
                ledger(version.plan()),
                problems.size());
    }

    BurdenLedger ledger(Plan plan) {
        return BurdenLedger.of(plan.tasks(), choices.measures());
    }

    private SectionView section(
            UUID id,
            Version version,
            Section section,
            boolean writable,
            List<PlanRules.Problem> problems,
            @Nullable Typed typed) {
        boolean editable = writable && version.editable(section);
        Optional<Map<String, String>> draft = editable ? draft(id, section) : Optional.empty();
        boolean now = typed != null && typed.section() == section;
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> errors = new LinkedHashMap<>();
        if (now && typed != null) {
            values.putAll(typed.values());
            errors.putAll(typed.errors());
        } else {
            values.putAll(draft.orElseGet(() -> PlanFields.of(version.plan(), section, texts::day)));
        }
        List<String> missing = new ArrayList<>();
        for (PlanRules.Problem problem : problems) {
            if (problem.section() == section) {
                missing.add(texts.of(problem));
                if (problem.path() != null) {
                    errors.putIfAbsent(problem.path(), texts.of(problem));
                }
            }
        }
        return new SectionView(
                section.key(),
                Section.HAVES.contains(section),
                editable,
                version.returned().get(section),
                values,
                PlanFields.rows(values, section),
                errors,
                plans.digest(version.plan(), section),
                !now && draft.isPresent(),
                missing);
    }

    /** Reads what was typed; a day without a year is of this year. */
    PlanReader.Read read(Section section, Map<String, String> values) {
        return PlanReader.read(section, values, LocalDate.now(clock).getYear());
    }

    Map<String, String> worded(Map<String, String> errors) {
        Map<String, String> worded = new LinkedHashMap<>();
        errors.forEach((field, key) -> worded.put(field, texts.get(key)));
        return worded;
    }

    void keep(UUID id, Section section, Map<String, String> values) {
        drafts.save(
                current.get().id(),
                subject(id, section),
                campaigns.get(id).name() + " · " + texts.get("plan.section." + section.key()),
                "/campaigns/" + id + "/plan",
                plans.write(values));
    }

    void forget(UUID id, Section section) {
        drafts.discard(current.get().id(), subject(id, section));
    }

    private Optional<Map<String, String>> draft(UUID id, Section section) {
        return drafts.find(current.get().id(), subject(id, section)).map(d -> {
            try {
                return json.readValue(d.json(), new TypeReference<LinkedHashMap<String, String>>() {});
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a draft cannot be read", e);
            }
        });
    }

    private static String subject(UUID id, Section section) {
        return "plan:" + id + ":" + section.key();
    }
}
