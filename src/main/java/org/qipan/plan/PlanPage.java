package org.qipan.plan;

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
    private final LibraryPicker library;
    private final CurrentStaff current;
    private final UnsavedSections unsaved;
    private final Clock clock;

    PlanPage(
            PlannedCampaigns campaigns,
            PlanDrafts writing,
            Plans versions,
            PlanStore plans,
            PlanChoices choices,
            PlanTexts texts,
            LibraryPicker library,
            CurrentStaff current,
            UnsavedSections unsaved,
            Clock clock) {
        this.campaigns = campaigns;
        this.writing = writing;
        this.versions = versions;
        this.plans = plans;
        this.choices = choices;
        this.texts = texts;
        this.library = library;
        this.current = current;
        this.unsaved = unsaved;
        this.clock = clock;
    }

    /** Typing that was not stored. @param added whether its last row is a new one */
    record Typed(Section section, Map<String, String> values, Map<String, String> errors, boolean added) {

        String focus() {
            List<Integer> rows = PlanFields.rows(values, section);
            if (added && !rows.isEmpty()) {
                String first = section == Section.GROUP ? ".kind" : ".name";
                return PlanFields.rowsOf(section) + "." + rows.get(rows.size() - 1) + first;
            }
            return errors.keySet().stream().findFirst().orElse("");
        }
    }

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
        Optional<Map<String, String>> draft =
                editable ? unsaved.find(id, section, current.get().id()) : Optional.empty();
        @Nullable Typed now = typed != null && typed.section() == section ? typed : null;
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> errors = new LinkedHashMap<>();
        if (now != null) {
            values.putAll(now.values());
            errors.putAll(now.errors());
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
                now == null && draft.isPresent(),
                missing,
                section == Section.TASKS ? TaskLine.of(values, errors, texts) : List.of(),
                section == Section.LIBRARY
                        ? library.of(
                                version.plan().library(), values, errors.get(PlanFields.FILES), editable, current.get())
                        : null,
                now == null ? null : now.focus());
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

    /** What was typed, or stands in the plan, as people read it. */
    Map<String, String> readable(UUID id, Section section, Map<String, String> values) {
        return section == Section.LIBRARY
                ? library.worded(versions.latest(id).plan().library(), values, current.get())
                : values;
    }

    void keep(UUID id, Section section, Map<String, String> values) {
        unsaved.keep(
                id, campaigns.get(id).name(), section, values, current.get().id());
    }

    void forget(UUID id, Section section) {
        unsaved.forget(id, section, current.get().id());
    }
}
