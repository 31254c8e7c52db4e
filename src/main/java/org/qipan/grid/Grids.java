package org.qipan.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.desk.ItemLamps;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.form.FormView;
import org.qipan.form.FormView.Field;
import org.qipan.page.Fields;
import org.qipan.task.RowWork;
import org.qipan.task.RowWork.Sheet;
import org.qipan.task.Seen;
import org.qipan.task.VisibleItems;
import org.qipan.worklist.WorkItem;
import org.springframework.stereotype.Service;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/** Puts items of the same form side by side and submits them one by one: what one of them lacks keeps none of the others. */
@Service
class Grids {

    static final int MOST = 20;

    /** What fits into a cell. Lists, tables and files have pages of their own. */
    private static final Set<String> SIMPLE =
            Set.of("textfield", "textarea", "number", "select", "radio", "checkbox", "checklist", "datetime");

    /** Says nothing that must be answered. */
    private static final Set<String> SILENT = Set.of("text", "separator", "spacer");

    private final VisibleItems visible;
    private final RowWork work;
    private final ItemLamps lamps;
    private final Directory directory;

    Grids(VisibleItems visible, RowWork work, ItemLamps lamps, Directory directory) {
        this.visible = visible;
        this.work = work;
        this.lamps = lamps;
        this.directory = directory;
    }

    /** Those of the chosen items that are of the first one's form. */
    GridPage open(List<Long> chosen, Staff by) {
        List<Seen> same = same(chosen, by);
        return page(same.stream().map(seen -> row(seen, work.open(seen))).toList(), distinct(chosen) - same.size());
    }

    /**
     * Submits one row, or all.
     *
     * @param only id of the row, null for all
     * @param parameters of all rows, each with the prefix of its row
     */
    GridPage submit(List<Long> chosen, @Nullable Long only, MultiValueMap<String, String> parameters, Staff by) {
        List<GridPage.Row> rows = new ArrayList<>();
        List<Seen> same = same(chosen, by);
        for (Seen seen : same) {
            MultiValueMap<String, String> typed = own(seen.item(), parameters);
            UUID key = Fields.id(typed.getFirst("key"));
            Integer version = version(typed);
            typed.keySet().removeAll(Set.of("key", "version"));
            boolean submitted = key != null
                    && version != null
                    && (only == null || only == seen.item().id());
            Sheet sheet = submitted
                    ? work.submit(seen, Objects.requireNonNull(key), Objects.requireNonNull(version), typed)
                    : work.typed(seen, typed);
            Seen now = sheet.done() ? seen : see(seen.item().id(), by).orElse(seen);
            rows.add(row(now, sheet));
        }
        return page(rows, 0);
    }

    private List<Seen> same(List<Long> chosen, Staff by) {
        List<Seen> all = new LinkedHashSet<>(chosen)
                .stream().flatMap(id -> see(id, by).stream()).filter(Seen::mine).toList();
        return all.stream()
                .filter(seen -> kind(seen.item()).equals(kind(all.get(0).item())))
                .limit(MOST)
                .toList();
    }

    private static String kind(WorkItem item) {
        return item.process() + " " + item.key();
    }

    private static int distinct(List<Long> chosen) {
        return new LinkedHashSet<>(chosen).size();
    }

    private Optional<Seen> see(long id, Staff by) {
        try {
            return Optional.of(visible.see(id, by));
        } catch (ResponseStatusException e) {
            return Optional.empty();
        }
    }

    private static GridPage page(List<GridPage.Row> rows, int left) {
        Map<String, String> columns = new LinkedHashMap<>();
        rows.forEach(row -> row.fields().forEach((name, field) -> columns.putIfAbsent(name, label(field))));
        return new GridPage(rows, columns, left, (int)
                rows.stream().filter(GridPage.Row::done).count());
    }

    private GridPage.Row row(Seen seen, Sheet sheet) {
        WorkItem item = seen.item();
        FormView form = sheet.form();
        Map<String, Field> fields = form == null ? Map.of() : fields(form, item);
        boolean fits = form != null && form.fields().stream().allMatch(Grids::fits);
        List<String> errors = new ArrayList<>(sheet.errors());
        return new GridPage.Row(
                item.id(),
                item.version(),
                UUID.randomUUID(),
                Objects.requireNonNullElse(item.subject(), item.title()),
                item.title(),
                directory.name(item.post().unit()),
                sheet.done() ? null : lamps.of(item),
                sheet.done(),
                fits && !sheet.done(),
                fits ? fields : Map.of(),
                errors);
    }

    private static boolean fits(Field field) {
        return SIMPLE.contains(field.type()) || SILENT.contains(field.type());
    }

    private static String label(Field field) {
        return Objects.requireNonNullElse(field.label(), "");
    }

    private static Map<String, Field> fields(FormView form, WorkItem item) {
        Map<String, Field> fields = new LinkedHashMap<>();
        form.fields().stream()
                .filter(field -> SIMPLE.contains(field.type()))
                .forEach(field -> fields.put(field.name(), field.in(GridPage.prefix(item.id()))));
        return fields;
    }

    private static MultiValueMap<String, String> own(WorkItem item, MultiValueMap<String, String> parameters) {
        String prefix = GridPage.prefix(item.id());
        MultiValueMap<String, String> own = new LinkedMultiValueMap<>();
        parameters.forEach((name, values) -> {
            if (name.startsWith(prefix)) {
                own.put(name.substring(prefix.length()), values);
            }
        });
        return own;
    }

    private static @Nullable Integer version(MultiValueMap<String, String> typed) {
        try {
            return Integer.valueOf(String.valueOf(typed.getFirst("version")));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
