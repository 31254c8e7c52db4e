package org.qipan.intake;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.qipan.audit.Fingerprint;
import org.qipan.filing.Mode;
import org.qipan.page.Fields;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What was typed so far. Each page carries what the others asked for, so that nothing is kept anywhere until it is sent. */
record FilingForm(MultiValueMap<String, String> sent) {

    static final String HIDDEN = "hidden";

    private static final int KEY_BYTES = 32;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int MOST_HIDDEN = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The fields of each page; {@code key} goes with all. */
    private static final Map<Step, List<String>> OWN = Map.of(
            Step.ABOUT,
            List.of("about", "place"),
            Step.WRITE,
            List.of(
                    "words",
                    "whom",
                    HIDDEN,
                    "persons",
                    "mode",
                    "name",
                    "phone",
                    "address",
                    "email",
                    "safely",
                    "people",
                    "electronic"),
            Step.PREVIEW,
            List.of());

    /** The pages, in their order. */
    enum Step {
        ABOUT,
        WRITE,
        PREVIEW
    }

    /** A field of another page. */
    record Carried(String name, String value) {}

    /** A form nobody has typed in yet, with a key of its own. */
    static FilingForm fresh() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        FilingForm form = new FilingForm(new LinkedMultiValueMap<>());
        form.sent.set("key", Base64.getUrlEncoder().withoutPadding().encodeToString(key));
        return form;
    }

    /** The secret of this form; only its digests are ever stored. */
    String key() {
        return text("key");
    }

    boolean keyed() {
        return KEY.matcher(key()).matches();
    }

    /** Whose the files are that were uploaded with this form. It tells nothing about the key. */
    UUID owner() {
        return UUID.nameUUIDFromBytes(digest("owner"));
    }

    byte[] digest(String purpose) {
        return Fingerprint.sha256().digest((purpose + '\n' + key()).getBytes(StandardCharsets.UTF_8));
    }

    public String text(String field) {
        return Fields.text(sent, field);
    }

    Step at() {
        return Stream.of(Step.values())
                .filter(step -> step.name().equalsIgnoreCase(text("at")))
                .findFirst()
                .orElse(Step.ABOUT);
    }

    Optional<Mode> mode() {
        return Stream.of(Mode.values())
                .filter(mode -> mode.name().equalsIgnoreCase(text("mode")))
                .findFirst();
    }

    /** Codes of units that must not see it. */
    List<String> hidden() {
        List<String> codes = new ArrayList<>(sent.getOrDefault(HIDDEN, List.of()));
        codes.removeAll(sent.getOrDefault("show", List.of()));
        return codes.stream()
                .filter(code -> !code.isBlank())
                .distinct()
                .limit(MOST_HIDDEN)
                .toList();
    }

    /** Whether he typed something that may hold names of people, who are then kept out of it. */
    public boolean names() {
        return !text("whom").isEmpty() || !text("persons").isEmpty();
    }

    /** What a page has to carry along because it does not ask for it itself. */
    List<Carried> carried(Step page) {
        List<Carried> carried = new ArrayList<>();
        OWN.forEach((step, fields) -> {
            if (step != page) {
                fields.forEach(field -> values(field).forEach(value -> carried.add(new Carried(field, value))));
            }
        });
        return carried;
    }

    /** The same, one field set. */
    FilingForm with(String field, String value) {
        MultiValueMap<String, String> changed = new LinkedMultiValueMap<>(sent);
        changed.set(field, value);
        return new FilingForm(changed);
    }

    FilingForm hiding(String code) {
        MultiValueMap<String, String> changed = new LinkedMultiValueMap<>(sent);
        List<String> codes = new ArrayList<>(hidden());
        codes.add(code);
        changed.put(HIDDEN, codes);
        changed.remove("show");
        return new FilingForm(changed);
    }

    /** Everything that would be filed, to tell a form sent twice from one that was changed in between. */
    byte[] content() {
        StringBuilder all = new StringBuilder();
        for (Step step : Step.values()) {
            for (String field : OWN.getOrDefault(step, List.of())) {
                all.append(field).append('=').append(values(field)).append('\n');
            }
        }
        return digest(all.toString());
    }

    private List<String> values(String field) {
        return field.equals(HIDDEN) ? hidden() : text(field).isEmpty() ? List.of() : List.of(text(field));
    }
}
