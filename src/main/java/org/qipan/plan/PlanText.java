package org.qipan.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;
import org.springframework.stereotype.Component;

/** A plan in words, for those who read it: the approver, the units, the public. */
@Component
public class PlanText {

    private final PlanTexts texts;

    PlanText(PlanTexts texts) {
        this.texts = texts;
    }

    /**
     * A section, ready to print.
     *
     * @param key shown by message {@code plan.section.<key>}
     * @param gist what stands in it, for one line
     */
    public record Part(String key, String gist, List<Line> lines) {}

    /**
     * @param label in the reader's language, may be empty
     * @param href address of what the text names, for those who may see the campaign; null if it names nothing
     * @param size of that, empty if there is none
     */
    public record Line(String label, String text, @Nullable String href, String size) {
        public Line(String label, String text) {
            this(label, text, null, "");
        }
    }

    public List<Part> of(Plan plan) {
        return Arrays.stream(Section.values())
                .map(section -> {
                    List<Line> lines = lines(plan, section);
                    return new Part(section.key(), gist(plan, section, lines), lines);
                })
                .toList();
    }

    private static String gist(Plan plan, Section section, List<Line> lines) {
        return switch (section) {
            case TASKS -> plan.tasks().stream().map(PlanTask::name).collect(Collectors.joining("、"));
            case STAGES -> plan.stages().stream().map(Plan.Stage::name).collect(Collectors.joining("、"));
            default ->
                lines.stream()
                        .map(line -> (line.label() + " " + line.text()).strip())
                        .collect(Collectors.joining(" · "));
        };
    }

    private List<Line> lines(Plan plan, Section section) {
        return switch (section) {
            case BASIS ->
                List.of(new Line(
                        "",
                        joined(
                                plan.basis().document(),
                                plan.basis().number(),
                                plan.basis().issuer())));
            case AIMS -> plan.aims().stream().map(aim -> new Line("", aim)).toList();
            case GROUP -> group(plan.group());
            case TASKS -> plan.tasks().stream().map(t -> task(plan, t)).toList();
            case STAGES -> stages(plan);
            case SCHEME, DEPLOYMENT, STAFF, FUNDS, INSPECTION ->
                List.of(new Line("", plan.have(section).text()));
            case LIBRARY -> library(plan.library());
            case CONTACT -> contact(plan.contact());
        };
    }

    private List<Line> group(Plan.Group group) {
        List<Line> lines = new ArrayList<>();
        for (Plan.Seat.Kind kind : Plan.Seat.Kind.values()) {
            String seats = group.seats().stream()
                    .filter(s -> s.kind() == kind)
                    .map(s -> texts.title(new Post(s.post(), s.unit())))
                    .collect(Collectors.joining("；"));
            if (!seats.isEmpty()) {
                lines.add(new Line(texts.get("plan.seat." + kind), seats));
            }
        }
        if (group.office() != null) {
            lines.add(new Line(texts.get("plan.group.office"), texts.name(group.office())));
        }
        return lines;
    }

    private Line task(Plan plan, PlanTask task) {
        List<String> facts = new ArrayList<>();
        facts.add(task.text());
        if (task.stage() >= 1 && task.stage() <= plan.stages().size()) {
            facts.add(plan.stages().get(task.stage() - 1).name());
        }
        facts.add(texts.get("plan.kind." + (task.unitKind() == null ? "none" : task.unitKind())));
        if (task.minimum() != null) {
            facts.add(texts.get(
                    "plan.task.least",
                    task.minimum().toPlainString(),
                    task.unitOfMeasure() == null ? "" : task.unitOfMeasure()));
        }
        named(facts, "plan.task.lead", task.lead() == null ? null : texts.name(task.lead()));
        named(
                facts,
                "plan.task.assisting",
                task.assisting().isEmpty()
                        ? null
                        : task.assisting().stream().map(texts::name).collect(Collectors.joining("、")));
        named(facts, "plan.task.due", task.due() == null ? null : texts.day(task.due()));
        named(facts, "plan.task.duty", task.dutyItem());
        named(facts, "plan.task.basis", task.basis());
        return new Line(task.name(), joined(facts.toArray(String[]::new)));
    }

    private void named(List<String> facts, String label, @Nullable String value) {
        if (value != null) {
            facts.add(texts.get("plan.named", texts.get(label), value));
        }
    }

    private List<Line> stages(Plan plan) {
        List<Line> lines = new ArrayList<>();
        plan.stages()
                .forEach(s -> lines.add(new Line(
                        s.name(),
                        joined(texts.get("plan.from.to", texts.day(s.opens()), texts.day(s.closes())), s.text()))));
        if (plan.acceptance() != null) {
            lines.add(new Line(texts.get("plan.acceptance"), texts.name(plan.acceptance())));
        }
        return lines;
    }

    private List<Line> library(Plan.Library library) {
        List<Line> lines = new ArrayList<>();
        library.slogans().forEach(s -> lines.add(new Line("", s)));
        if (!library.card().isBlank()) {
            lines.add(new Line(texts.get("plan.library.card"), library.card()));
        }
        library.files()
                .forEach(f -> lines.add(
                        new Line(texts.get("plan.library.file"), f.name(), "/files/" + f.id(), texts.size(f.size()))));
        library.attachments().forEach(a -> lines.add(new Line("", a)));
        return lines;
    }

    private List<Line> contact(Plan.Contact contact) {
        if (contact.unit() == null || contact.post() == null) {
            return List.of(new Line("", contact.phone()));
        }
        return List.of(new Line(texts.title(new Post(contact.post(), contact.unit())), contact.phone()));
    }

    private static String joined(String... facts) {
        return Stream.of(facts).filter(f -> !f.isBlank()).collect(Collectors.joining(" · "));
    }
}
