package org.qipan.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qipan.filing.Channel;
import org.qipan.filing.Contact;
import org.qipan.filing.Filing;
import org.qipan.filing.Mode;
import org.qipan.page.Texts;
import org.springframework.stereotype.Component;

/** What must be there before it can be sent, and what is sent of it. */
@Component
class FilingCheck {

    static final int LONGEST = 5000;
    static final int LINE = 200;
    private static final int MOST_PEOPLE = 99_999;
    private static final List<String> LINES = List.of("whom", "persons", "name", "phone", "address", "email", "safely");

    private final Texts texts;

    FilingCheck(Texts texts) {
        this.texts = texts;
    }

    /** Texts of what is missing, by field; empty if all is well. */
    Map<String, String> problems(FilingForm form) {
        Map<String, String> problems = new LinkedHashMap<>();
        int length = form.text("words").codePointCount(0, form.text("words").length());
        if (length == 0) {
            problems.put("words", texts.text("intake.error.words"));
        } else if (length > LONGEST) {
            problems.put("words", texts.text("intake.error.long", LONGEST, length));
        }
        LINES.stream()
                .filter(field -> form.text(field).length() > LINE)
                .forEach(field -> problems.put(field, texts.text("intake.error.line", LINE)));
        if (people(form).isEmpty()) {
            problems.put("people", texts.text("intake.error.people"));
        }
        Optional<Mode> mode = form.mode();
        if (mode.isEmpty()) {
            problems.put("mode", texts.text("intake.error.mode"));
        } else if (mode.get() != Mode.ANONYMOUS) {
            reachable(form, mode.get(), problems);
        }
        return problems;
    }

    /** Source: 信访工作条例 第十九条, a named petition gives name and address; a confidential one at least a way to reach its writer. */
    private void reachable(FilingForm form, Mode mode, Map<String, String> problems) {
        if (form.text("name").isEmpty()) {
            problems.putIfAbsent("name", texts.text("intake.error.name"));
        }
        if (mode == Mode.NAMED && form.text("address").isEmpty()) {
            problems.putIfAbsent("address", texts.text("intake.error.address"));
        }
        if (List.of("phone", "address", "email").stream()
                .allMatch(field -> form.text(field).isEmpty())) {
            problems.putIfAbsent("phone", texts.text("intake.error.contact"));
        }
    }

    /** @return what is filed; of somebody who stays anonymous nothing that tells who he is, whatever he typed */
    Filing filing(FilingForm form, Places places, List<java.util.UUID> files) {
        Mode mode = form.mode().orElseThrow();
        boolean anonymous = mode == Mode.ANONYMOUS;
        return new Filing(
                Channel.WEB,
                mode,
                form.text("words"),
                places.place().code(),
                places.about().code(),
                value(form, "whom"),
                form.hidden(),
                value(form, "persons"),
                anonymous
                        ? Contact.NONE
                        : new Contact(
                                value(form, "name"),
                                value(form, "phone"),
                                value(form, "address"),
                                value(form, "email"),
                                value(form, "safely")),
                anonymous || !form.text("electronic").isEmpty(),
                files,
                null,
                null,
                people(form).orElse(1));
    }

    private static Optional<Integer> people(FilingForm form) {
        String typed = form.text("people");
        if (typed.isEmpty()) {
            return Optional.of(1);
        }
        try {
            return Optional.of(Integer.valueOf(typed)).filter(people -> people > 0 && people <= MOST_PEOPLE);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String value(FilingForm form, String field) {
        return form.text(field).isEmpty() ? null : form.text(field);
    }
}
