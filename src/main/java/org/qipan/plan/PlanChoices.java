package org.qipan.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.qipan.directory.Directory;
import org.qipan.directory.Unit;
import org.qipan.directory.UnitKind;
import org.springframework.stereotype.Component;

/** What can be chosen in a plan. */
@Component
class PlanChoices {

    private static final List<String> POSTS = List.of(
            "township-leader",
            "township-officer",
            "department-officer",
            "service-provider",
            "village-head",
            "district-leader",
            "district-officer",
            "city-leader",
            "city-officer");

    private final Directory directory;
    private final DutyItems duties;
    private final Measures measures;
    private final PlanTexts texts;
    private final Clock clock;

    PlanChoices(Directory directory, DutyItems duties, Measures measures, PlanTexts texts, Clock clock) {
        this.directory = directory;
        this.duties = duties;
        this.measures = measures;
        this.texts = texts;
        this.clock = clock;
    }

    /** An option of a list. */
    record Choice(String value, String text) {}

    /**
     * Everything the pages of one plan offer.
     *
     * @param units that lead or assist: the owner and its departments
     * @param kinds of units a task can be given to
     * @param duties items of the lists that are valid today
     */
    record Choices(
            List<Choice> units,
            List<Choice> kinds,
            List<Choice> forms,
            List<Choice> measures,
            List<Choice> townshipDuties,
            List<Choice> villageDuties,
            List<Choice> stages,
            List<Choice> posts,
            List<Choice> seats,
            List<Choice> acceptors) {}

    Choices of(Plan plan, String owner) {
        Unit unit = directory.unit(owner);
        List<Choice> stages = new ArrayList<>();
        for (int i = 0; i < plan.stages().size(); i++) {
            stages.add(new Choice(String.valueOf(i + 1), plan.stages().get(i).name()));
        }
        return new Choices(
                Stream.concat(Stream.of(unit), directory.departments(owner).stream())
                        .map(PlanChoices::choice)
                        .toList(),
                kinds(unit.kind()),
                worded("plan.form.", "count", "done", "text"),
                measures.all().stream().map(m -> new Choice(m.key(), m.name())).toList(),
                duties("township"),
                duties("village"),
                stages,
                worded("plan.post.", POSTS.toArray(String[]::new)),
                worded("plan.seat.", "CHAIR", "VICE", "MEMBER"),
                directory.upper(owner).stream().map(PlanChoices::choice).toList());
    }

    List<Measures.Measure> measures() {
        return measures.all();
    }

    private static Choice choice(Unit unit) {
        return new Choice(unit.code(), unit.name());
    }

    private List<Choice> kinds(UnitKind owner) {
        return Arrays.stream(UnitKind.values())
                .filter(k -> k.compareTo(owner) >= 0 && k.compareTo(UnitKind.VILLAGE) <= 0)
                .map(k -> new Choice(k.key(), texts.get("plan.kind." + k.key())))
                .toList();
    }

    private List<Choice> duties(String list) {
        return duties.valid(list, LocalDate.now(clock)).stream()
                .map(i -> new Choice(i.code(), i.code() + " " + i.title()))
                .toList();
    }

    private List<Choice> worded(String prefix, String... values) {
        return Arrays.stream(values)
                .map(v -> new Choice(v, texts.get(prefix + v)))
                .toList();
    }
}
