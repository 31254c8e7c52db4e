package org.qipan.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qipan.form.Drafts;
import org.qipan.plan.Plans.Version;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Refused.Reason;
import org.springframework.stereotype.Component;

/** What somebody typed into the sections of a plan and did not save: his own, kept until he saves it or gives it up. */
@Component
public class UnsavedSections {

    private final Plans versions;
    private final PlanStore plans;
    private final Drafts drafts;
    private final PlanTexts texts;
    private final ObjectMapper json;
    private final Clock clock;

    UnsavedSections(Plans versions, PlanStore plans, Drafts drafts, PlanTexts texts, ObjectMapper json, Clock clock) {
        this.versions = versions;
        this.plans = plans;
        this.drafts = drafts;
        this.texts = texts;
        this.json = json;
        this.clock = clock;
    }

    /** @param name of the campaign, for the list of drafts */
    void keep(UUID campaign, String name, Section section, Map<String, String> values, UUID by) {
        drafts.save(
                by,
                subject(campaign, section),
                name + " · " + texts.get("plan.section." + section.key()),
                "/campaigns/" + campaign + "/plan",
                plans.write(values));
    }

    void forget(UUID campaign, Section section, UUID by) {
        drafts.discard(by, subject(campaign, section));
    }

    Optional<Map<String, String>> find(UUID campaign, Section section, UUID by) {
        return drafts.find(by, subject(campaign, section)).map(d -> {
            try {
                return json.readValue(d.json(), new TypeReference<LinkedHashMap<String, String>>() {});
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a draft cannot be read", e);
            }
        });
    }

    /** A plan does not go to the leader while its writer believes that more stands in it. @throws Refused naming the sections */
    public void refuse(UUID campaign, UUID by) {
        refuse(campaign, by, List.of(Section.values()));
    }

    void refuse(UUID campaign, UUID by, List<Section> sections) {
        Version version = versions.latest(campaign);
        List<Reason> unsaved = sections.stream()
                .filter(version::editable)
                .filter(section -> find(campaign, section, by)
                        .filter(typed -> differs(version, section, typed))
                        .isPresent())
                .map(section -> new Reason(
                        section.key(), "plan.refused.unsaved", List.of(texts.get("plan.section." + section.key()))))
                .toList();
        if (!unsaved.isEmpty()) {
            throw new Refused(unsaved);
        }
    }

    /** A row that was added and taken out again leaves a draft that says the same as the plan. */
    private boolean differs(Version version, Section section, Map<String, String> typed) {
        PlanReader.Read read =
                PlanReader.read(section, typed, LocalDate.now(clock).getYear());
        return !read.errors().isEmpty()
                || !plans.digest(read.change().apply(version.plan()), section)
                        .equals(plans.digest(version.plan(), section));
    }

    private static String subject(UUID campaign, Section section) {
        return "plan:" + campaign + ":" + section.key();
    }
}
