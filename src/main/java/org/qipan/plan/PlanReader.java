package org.qipan.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one section from the texts of its form. Only what cannot be stored is an error here; what is missing is for {@link PlanRules}. */
final class PlanReader {

    private static final Pattern OFFICE_PHONE = Pattern.compile("(0\\d{2,3}-?)?\\d{7,8}(-\\d{1,6})?");
    private static final Set<String> FORMS = Set.of("count", "done", "text");

    private final Map<String, String> fields;
    private final int year;
    private final Map<String, String> errors = new LinkedHashMap<>();

    private PlanReader(Map<String, String> fields, int year) {
        this.fields = fields;
        this.year = year;
    }

    /** @param errors message key by field */
    record Read(UnaryOperator<Plan> change, Map<String, String> errors) {}

    /** @param year of days written without one */
    static Read read(Section section, Map<String, String> fields, int year) {
        PlanReader reader = new PlanReader(fields, year);
        UnaryOperator<Plan> change = reader.section(section);
        return new Read(change, reader.errors);
    }

    private UnaryOperator<Plan> section(Section section) {
        return switch (section) {
            case BASIS -> {
                Plan.Basis basis = new Plan.Basis(text("document"), text("number"), text("issuer"));
                yield plan -> plan.with(basis);
            }
            case AIMS -> {
                List<String> aims = lines("aims");
                yield plan -> plan.withAims(aims);
            }
            case GROUP -> {
                Plan.Group group = group();
                yield plan -> plan.with(group);
            }
            case TASKS -> {
                List<PlanTask> tasks = rows(Section.TASKS, this::task);
                yield plan -> plan.withTasks(tasks);
            }
            case STAGES -> stages();
            case SCHEME, DEPLOYMENT, STAFF, FUNDS, INSPECTION -> {
                Plan.Have have = new Plan.Have(text("text"), !text("confirm").isEmpty());
                yield plan -> plan.with(section, have);
            }
            case LIBRARY -> {
                Plan.Library library =
                        new Plan.Library(lines("slogans"), text("card"), lines("attachments"), List.of());
                List<UUID> files = files();
                yield plan -> plan.with(library.with(LibraryFiles.named(files, plan.library())));
            }
            case CONTACT -> {
                String phone = text("phone");
                if (!phone.isEmpty() && !OFFICE_PHONE.matcher(phone).matches()) {
                    errors.put("phone", "plan.error.phone");
                }
                Plan.Contact contact = new Plan.Contact(chosen("unit"), chosen("post"), phone);
                yield plan -> plan.with(contact);
            }
        };
    }

    private List<UUID> files() {
        return LibraryFiles.ids(text(PlanFields.FILES)).orElseGet(() -> {
            errors.put(PlanFields.FILES, LibraryFiles.FOREIGN);
            return List.of();
        });
    }

    private Plan.Group group() {
        List<Plan.Seat> seats = rows(Section.GROUP, p -> {
            String kind = text(p + "kind");
            if (text(p + "unit").isEmpty() || text(p + "post").isEmpty()) {
                errors.put(p + "unit", "plan.error.seat");
            }
            Plan.Seat.Kind seat =
                    kind.isEmpty() ? Plan.Seat.Kind.MEMBER : Plan.Seat.Kind.valueOf(kind.replaceAll("[^A-Z]", ""));
            return new Plan.Seat(seat, text(p + "unit"), text(p + "post"));
        });
        return new Plan.Group(seats, chosen("office"));
    }

    private PlanTask task(String p) {
        String form = text(p + "form");
        return new PlanTask(
                text(p + "name"),
                text(p + "text"),
                chosen(p + "lead"),
                Arrays.stream(text(p + "assisting").split(","))
                        .filter(s -> !s.isBlank())
                        .toList(),
                whole(p + "stage", 1),
                chosen(p + "unitKind"),
                FORMS.contains(form) ? form : "count",
                number(p + "minimum"),
                chosen(p + "unitOfMeasure"),
                chosen(p + "measure"),
                text(p + "due").isEmpty() ? null : day(p + "due"),
                chosen(p + "dutyItem"),
                chosen(p + "basis"),
                whole(p + "minutes", 0),
                whole(p + "notice", 0));
    }

    /** Tasks keep to their stage when stages before it come or go. */
    private UnaryOperator<Plan> stages() {
        Map<Integer, Integer> moved = new HashMap<>();
        List<Plan.Stage> stages = rows(Section.STAGES, p -> {
            moved.put(whole(p + "was", 0), moved.size() + 1);
            return new Plan.Stage(
                    text(p + "name"),
                    text(p + "text"),
                    day(p + "opens"),
                    day(p + "closes"),
                    !text(p + "reasonAllowed").isEmpty());
        });
        String acceptance = chosen("acceptance");
        return plan -> plan.withStages(stages, acceptance)
                .withTasks(plan.tasks().stream()
                        .map(t -> t.at(moved.getOrDefault(t.stage(), 0)))
                        .toList());
    }

    private <T> List<T> rows(Section section, Function<String, T> row) {
        List<T> rows = new ArrayList<>();
        for (int i : PlanFields.rows(fields, section)) {
            rows.add(row.apply(PlanFields.rowsOf(section) + "." + i + "."));
        }
        return rows;
    }

    private String text(String key) {
        return fields.getOrDefault(key, "").strip();
    }

    private @Nullable String chosen(String key) {
        String text = text(key);
        return text.isEmpty() ? null : text;
    }

    private List<String> lines(String key) {
        return text(key).lines().map(String::strip).filter(s -> !s.isEmpty()).toList();
    }

    private PlanDay day(String key) {
        return PlanDay.read(text(key), year).orElseGet(() -> {
            errors.put(key, "plan.error.day");
            return PlanDay.stored("2000-01-01");
        });
    }

    private int whole(String key, int otherwise) {
        String text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("\\d{1,4}")) {
            errors.put(key, "plan.error.whole");
            return otherwise;
        }
        return Integer.parseInt(text);
    }

    private @Nullable BigDecimal number(String key) {
        String text = text(key);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,7}(\\.\\d{1,2})?")) {
            errors.put(key, "plan.error.number");
            return null;
        }
        return new BigDecimal(text);
    }
}
