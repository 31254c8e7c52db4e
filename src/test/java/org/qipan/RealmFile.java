package org.qipan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code keycloak/qipan-realm.json} as Keycloak reads it: placeholders replaced by settings or their defaults. */
public final class RealmFile {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(QIPAN_[A-Z_]+):([^}]*)}");

    private RealmFile() {}

    public static JsonNode read(Map<String, String> settings) {
        try {
            String text = Files.readString(Path.of("keycloak", "qipan-realm.json"));
            return new ObjectMapper().readTree(PLACEHOLDER.matcher(text).replaceAll(found -> value(found, settings)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String value(MatchResult found, Map<String, String> settings) {
        return Matcher.quoteReplacement(settings.getOrDefault(found.group(1), found.group(2)));
    }
}
