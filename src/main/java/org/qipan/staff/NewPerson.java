package org.qipan.staff;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.qipan.page.Fields;
import org.springframework.util.MultiValueMap;

/**
 * Somebody to be added.
 *
 * @param username a short name, or the person's mobile number: Keycloak knows one name for each account
 */
public record NewPerson(String name, String username) {

    private static final int LONGEST = 40;
    private static final Pattern SHORT = Pattern.compile("[a-z][a-z0-9._-]{2,29}");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern PERSON = Pattern.compile("[\\p{L}\\p{M}·. '’-]+");

    static NewPerson of(MultiValueMap<String, String> sent) {
        return of(Fields.text(sent, "name"), Fields.text(sent, "username"));
    }

    /** As typed: without space around, the name to sign in with in small letters. */
    public static NewPerson of(String name, String username) {
        return new NewPerson(name.strip(), username.strip().toLowerCase(Locale.ROOT));
    }

    /** Field (name, username) → message key of what is wrong with it; empty if nothing is. */
    public Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (name.isEmpty() || name.length() > LONGEST || !PERSON.matcher(name).matches()) {
            errors.put("name", "staff.refused.name");
        }
        if (!SHORT.matcher(username).matches() && !MOBILE.matcher(username).matches()) {
            errors.put("username", "staff.refused.username");
        }
        return errors;
    }
}
