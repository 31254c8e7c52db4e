package org.qipan.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.UnitKind;
import org.qipan.plan.Plan.Seat;
import org.qipan.worklist.Refused.Reason;
import org.springframework.stereotype.Component;

/** What a plan must contain before it goes to the leader. Dates before approval and overlapping stages are no fault. */
@Component
class PlanRules {

    private final DutyItems duties;

    PlanRules(DutyItems duties) {
        this.duties = duties;
    }

    /** A fault. @param path of the field within the section, null for the section as a whole */
    record Problem(Section section, @Nullable String path, String key, List<Object> arguments) {
        Reason reason() {
            return new Reason(section.key(), key, arguments);
        }
    }

    List<Problem> problems(Plan plan, UnitKind owner, LocalDate today) {
        Found found = new Found(new ArrayList<>());
        found.when(plan.basis().document().isBlank(), Section.BASIS, "document", "basis.document");
        found.when(plan.basis().issuer().isBlank(), Section.BASIS, "issuer", "basis.issuer");
        found.when(plan.aims().isEmpty(), Section.AIMS, null, "aims");
        found.when(
                plan.group().seats().stream().noneMatch(s -> s.kind() == Seat.Kind.CHAIR),
                Section.GROUP,
                null,
                "group.chair");
        found.when(plan.group().office() == null, Section.GROUP, "office", "group.office");
        found.when(plan.tasks().isEmpty(), Section.TASKS, null, "tasks");
        for (int i = 0; i < plan.tasks().size(); i++) {
            task(plan, plan.tasks().get(i), "tasks." + i + ".", owner, today, found);
        }
        stages(plan, found);
        for (Section have : Section.HAVES) {
            found.when(plan.have(have).isEmpty(), have, "text", "have");
        }
        found.when(
                plan.contact().unit() == null || plan.contact().post() == null,
                Section.CONTACT,
                "unit",
                "contact.post");
        found.when(plan.contact().phone().isBlank(), Section.CONTACT, "phone", "contact.phone");
        return found.problems();
    }

    private static void stages(Plan plan, Found found) {
        found.when(plan.stages().isEmpty(), Section.STAGES, null, "stages");
        for (int i = 0; i < plan.stages().size(); i++) {
            Plan.Stage stage = plan.stages().get(i);
            found.when(stage.name().isBlank(), Section.STAGES, "stages." + i + ".name", "stage.name");
            found.when(
                    stage.closes().last().isBefore(stage.opens().first()),
                    Section.STAGES,
                    "stages." + i + ".closes",
                    "stage.order",
                    stage.name());
        }
    }

    private void task(Plan plan, PlanTask task, String path, UnitKind owner, LocalDate today, Found found) {
        Object name = task.name();
        found.when(task.name().isBlank(), Section.TASKS, path + "name", "task.name");
        found.when(task.lead() == null, Section.TASKS, path + "lead", "task.lead", name);
        found.when(
                task.stage() < 1 || task.stage() > plan.stages().size(),
                Section.TASKS,
                path + "stage",
                "task.stage",
                name);
        found.when(
                task.form().equals("count") && task.unitOfMeasure() == null,
                Section.TASKS,
                path + "unitOfMeasure",
                "task.unitOfMeasure",
                name);
        String kind = task.unitKind();
        if (kind == null || !needsItem(kind, owner)) {
            return;
        }
        String item = task.dutyItem();
        found.when(
                item == null || duties.find(kind, item, today).isEmpty(),
                Section.TASKS,
                path + "dutyItem",
                "task.duty",
                name);
        found.when(task.basis() == null, Section.TASKS, path + "basis", "task.basis", name);
        found.when(
                task.minutes() == 0 && task.measure() == null, Section.TASKS, path + "minutes", "task.minutes", name);
        found.when(task.notice() == 0, Section.TASKS, path + "notice", "task.notice", name);
    }

    /** 村委会组织法 and 居委会组织法 article 43 paragraph 2: only what the law provides may be handed to a committee. The owner may task itself. */
    static boolean needsItem(String kind, UnitKind owner) {
        return DutyItems.listed(kind) && !kind.equals(owner.key());
    }

    /** A task without an item stays with the level above. */
    static PlanTask placed(PlanTask task, UnitKind owner) {
        String kind = task.unitKind();
        return kind != null && needsItem(kind, owner) && task.dutyItem() == null ? task.by(owner.key()) : task;
    }

    private record Found(List<Problem> problems) {
        void when(boolean fault, Section section, @Nullable String path, String key, Object... arguments) {
            if (fault) {
                problems.add(new Problem(section, path, "plan.problem." + key, List.of(arguments)));
            }
        }
    }
}
