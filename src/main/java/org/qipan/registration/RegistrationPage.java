package org.qipan.registration;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.qipan.filing.Channel;
import org.qipan.filing.Contact;
import org.qipan.filing.Filing;
import org.qipan.filing.Mode;
import org.qipan.form.Form;
import org.qipan.form.FormView;
import org.qipan.form.Forms;
import org.qipan.form.Forms.FieldError;
import org.qipan.page.Fields;
import org.qipan.worklist.Refused.Reason;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** The form of an officer's intake. It keeps no draft: what a petitioner says of himself lies in the vault or nowhere. */
@Component
class RegistrationPage {

    static final String OFFICER = "complaint-officer";

    /** Art. 20: at most five represent a group. */
    private static final int REPRESENTATIVES = 5;

    /** Ways in which something is said, and written down by the officer. */
    private static final Set<String> ORAL = Set.of("visit", "phone", "counter");

    private static final Set<String> NAMING = Set.of("named", "confidential");

    private final Forms forms;
    private final Directory directory;

    RegistrationPage(Forms forms, Directory directory) {
        this.forms = forms;
        this.directory = directory;
    }

    Forms.Submission read(MultiValueMap<String, String> parameters, Staff staff) {
        return forms.read(form(), parameters, context(staff));
    }

    FormView view(Staff staff, Map<String, Object> typed, List<FieldError> errors) {
        Map<String, Object> values = new LinkedHashMap<>(context(staff));
        values.put("people", 1);
        values.putAll(typed);
        return forms.view(form(), values, Map.of(), errors);
    }

    /** Whether the petitioner is there, or on the telephone, while it is registered. */
    static boolean present(Map<String, Object> values) {
        return ORAL.contains(choice(values, "channel"));
    }

    /** What is wrong where the law asks for more than the form. @param values accepted by the form, those it refused missing */
    static List<Reason> faults(Map<String, Object> values) {
        List<Reason> broken = new ArrayList<>();
        if (present(values) && !Boolean.TRUE.equals(values.get("readBack"))) {
            broken.add(new Reason("readBack", "registration.refused.readBack", List.of()));
        }
        String name = text(values, "name");
        if (NAMING.contains(choice(values, "mode")) && name == null) {
            broken.add(new Reason("name", "registration.refused.name", List.of()));
        }
        if (name != null && name.split("[、,，;；\\s]+").length > REPRESENTATIVES) {
            broken.add(new Reason("name", "registration.refused.representatives", List.of(REPRESENTATIVES)));
        }
        return broken;
    }

    /** @param values as for {@link #faults}; what is missing in them is the least there is, so that the rest can be looked at */
    static Filing filing(Map<String, Object> values) {
        String hidden = text(values, "hidden");
        return new Filing(
                of(Channel.class, values, "channel", Channel.COUNTER),
                of(Mode.class, values, "mode", Mode.ANONYMOUS),
                choice(values, "words"),
                text(values, "place"),
                text(values, "concerned"),
                text(values, "concernedWords"),
                hidden == null ? List.of() : List.of(hidden),
                text(values, "persons"),
                new Contact(
                        text(values, "name"),
                        text(values, "phone"),
                        text(values, "address"),
                        text(values, "email"),
                        text(values, "safely")),
                Boolean.TRUE.equals(values.get("electronic")),
                files(values),
                Fields.day(text(values, "received")),
                text(values, "outsideNumber"),
                values.get("people") instanceof BigDecimal people ? people.intValue() : 1);
    }

    private Form form() {
        return forms.named("register-complaint");
    }

    /** What can be chosen: the area of the officer's desks, what lies in it, and the levels above. */
    private Map<String, Object> context(Staff staff) {
        Map<String, String> places = new LinkedHashMap<>();
        Map<String, String> units = new LinkedHashMap<>();
        for (Post post : staff.posts()) {
            if (post.role().equals(OFFICER)) {
                Unit home = directory.unit(post.unit());
                places.put(home.code(), home.name());
                directory.lower(home.code()).forEach(unit -> places.put(unit.code(), unit.name()));
                directory.departments(home.code()).forEach(unit -> units.put(unit.code(), unit.name()));
                directory.upper(home.code()).ifPresent(unit -> units.put(unit.code(), unit.name()));
            }
        }
        Map<String, String> all = new LinkedHashMap<>(places);
        all.putAll(units);
        return Map.of("places", choices(places), "units", choices(all));
    }

    private static List<Map<String, String>> choices(Map<String, String> units) {
        List<Map<String, String>> choices = new ArrayList<>();
        units.forEach((code, name) -> choices.add(Map.of("value", code, "label", name)));
        return choices;
    }

    private static List<UUID> files(Map<String, Object> values) {
        return values.get("files") instanceof List<?> chosen
                ? chosen.stream().map(file -> UUID.fromString(file.toString())).toList()
                : List.of();
    }

    private static String choice(Map<String, Object> values, String field) {
        return Objects.toString(values.get(field), "");
    }

    private static <T extends Enum<T>> T of(Class<T> type, Map<String, Object> values, String field, T missing) {
        String chosen = choice(values, field);
        return chosen.isEmpty() ? missing : Enum.valueOf(type, chosen.toUpperCase(Locale.ROOT));
    }

    private static @Nullable String text(Map<String, Object> values, String field) {
        Object value = values.get(field);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }
}
