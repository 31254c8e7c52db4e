package org.qipan.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Staff;

/** What may be chosen: from the file, from what the server knows, or from the person's own uploads. Never from what was submitted. */
final class Choices {

    private final Formulas formulas;
    private final Optional<Uploads> uploads;
    private final CurrentStaff current;

    Choices(Formulas formulas, Optional<Uploads> uploads, CurrentStaff current) {
        this.formulas = formulas;
        this.uploads = uploads;
        this.current = current;
    }

    List<Component.Choice> of(Component component, Map<String, ?> context) {
        if (component.source() == null || component.type().equals("table")) {
            return component.choices();
        }
        List<Component.Choice> choices = new ArrayList<>();
        if (formulas.value(component.source(), context) instanceof Collection<?> items) {
            for (Object item : items) {
                Map<?, ?> entry = item instanceof Map<?, ?> map ? map : Map.of("value", item);
                String value = Answers.text(entry.get("value"));
                choices.add(new Component.Choice(
                        value, entry.containsKey("label") ? Answers.text(entry.get("label")) : value));
            }
        }
        return choices;
    }

    /** The files chosen so far and the other loose ones of this person. */
    List<Component.Choice> files(List<String> chosen) {
        List<Component.Choice> files = new ArrayList<>();
        Optional<UUID> staff = current.find().map(Staff::id);
        for (String file : chosen) {
            name(file).ifPresent(name -> files.add(new Component.Choice(file, name)));
        }
        uploads.ifPresent(u -> staff.map(u::loose).orElse(Map.of()).forEach((id, name) -> {
            if (!chosen.contains(id.toString())) {
                files.add(new Component.Choice(id.toString(), name));
            }
        }));
        return files;
    }

    boolean mayHandIn(String file) {
        return name(file).isPresent();
    }

    private Optional<String> name(String file) {
        if (!file.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return Optional.empty();
        }
        return current.find().flatMap(staff -> uploads.flatMap(u -> u.name(UUID.fromString(file), staff)));
    }
}
