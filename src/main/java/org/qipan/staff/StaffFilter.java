package org.qipan.staff;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.page.Fields;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the list of people is asked for; each part may be missing.
 *
 * @param q part of the name or of the name people sign in with
 * @param unit what was typed for the unit
 * @param since day; people who have not signed in from then on
 * @param left {@code yes} for those who have left instead of those who are here
 * @param after id of the last person of the page before
 */
record StaffFilter(
        @Nullable String q,
        @Nullable String unit,
        @Nullable String role,
        @Nullable String since,
        @Nullable String left,
        @Nullable String after) {

    static StaffFilter role(String role) {
        return new StaffFilter(null, null, role, null, null, null);
    }

    public boolean narrowed() {
        return !fields().isEmpty();
    }

    public boolean gone() {
        return "yes".equals(left);
    }

    /** A day that cannot be read asks for nothing. */
    @Nullable
    LocalDate day() {
        return Fields.day(since);
    }

    @Nullable
    UUID place() {
        return Fields.id(after);
    }

    /** The address of the page behind a person. */
    String next(UUID last) {
        var address = UriComponentsBuilder.fromPath("/staff");
        fields().forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.queryParam("after", last)
                .encode()
                .buildAndExpand(fields())
                .toUriString();
    }

    private Map<String, Object> fields() {
        Map<String, Object> fields = new TreeMap<>();
        put(fields, "q", q);
        put(fields, "unit", unit);
        put(fields, "role", role);
        put(fields, "since", since);
        put(fields, "left", left);
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.put(name, value.strip());
        }
    }
}
