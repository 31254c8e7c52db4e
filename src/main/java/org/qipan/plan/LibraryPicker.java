package org.qipan.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Staff;
import org.qipan.form.FormView;
import org.qipan.form.Uploads;
import org.qipan.plan.Plan.Library;
import org.springframework.stereotype.Component;

/** The files of the library as its form offers them: those the plan names, those just ticked, and the drafter's uploads not used yet. */
@Component
class LibraryPicker {

    private final Uploads uploads;
    private final PlanTexts texts;

    LibraryPicker(Uploads uploads, PlanTexts texts) {
        this.uploads = uploads;
        this.texts = texts;
    }

    FormView.Field of(
            Library library, Map<String, String> values, @Nullable String error, boolean editable, Staff reader) {
        Map<String, String> offered = names(library, values, reader);
        if (editable) {
            uploads.loose(reader.id()).forEach((id, name) -> offered.putIfAbsent(id.toString(), name));
        }
        return FormView.Field.files(
                PlanFields.FILES, texts.get("plan.library.files"), !editable, ticked(values), offered, error);
    }

    /** The texts of the section as people read them: with names where the form has ids. */
    Map<String, String> worded(Library library, Map<String, String> values, Staff reader) {
        Map<String, String> names = names(library, values, reader);
        Map<String, String> worded = new LinkedHashMap<>(values);
        List<String> ticked = ticked(values).stream()
                .filter(names::containsKey)
                .map(names::get)
                .toList();
        worded.put(PlanFields.FILES, String.join("\n", ticked));
        return worded;
    }

    private Map<String, String> names(Library library, Map<String, String> values, Staff reader) {
        Map<String, String> names = new LinkedHashMap<>();
        library.files().forEach(file -> names.put(file.id().toString(), file.name()));
        for (String id : ticked(values)) {
            if (!names.containsKey(id)) {
                uploads.name(UUID.fromString(id), reader).ifPresent(name -> names.put(id, name));
            }
        }
        return names;
    }

    private static List<String> ticked(Map<String, String> values) {
        return LibraryFiles.ids(values.getOrDefault(PlanFields.FILES, "")).orElse(List.of()).stream()
                .map(UUID::toString)
                .toList();
    }
}
