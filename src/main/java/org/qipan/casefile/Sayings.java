package org.qipan.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the product says, for each reader in his language. Tables keep the text in the language of the office, which lists sort, find and copy,
 * and in a column {@code said} beside it how it was said; where that is empty, somebody wrote the text, or it is older than its key, and everybody
 * reads it as it stands. A key that was stored once stays in the bundles.
 */
@Component
public class Sayings {

    private static final Locale OFFICE = Locale.SIMPLIFIED_CHINESE;
    private static final TypeReference<LinkedHashMap<String, Object>> FACTS = new TypeReference<>() {};
    private static final TypeReference<List<Object>> PARTS = new TypeReference<>() {};

    private final MessageSource messages;
    private final ObjectMapper json;
    private final JdbcClient jdbc;

    Sayings(MessageSource messages, ObjectMapper json, JdbcClient jdbc) {
        this.messages = messages;
        this.json = json;
        this.jdbc = jdbc;
    }

    /** The text that is stored: in the language of the office. */
    public String office(Said said) {
        return text(said, OFFICE);
    }

    /** What is stored beside the text; null for what people wrote. */
    public @Nullable String kept(Said said) {
        return said.typed() ? null : written(said);
    }

    /** Short values of an act, texts or {@link Said}. */
    String kept(Map<String, ?> facts) {
        return written(facts);
    }

    /** For this reader. */
    public String read(Said said) {
        return text(said, LocaleContextHolder.getLocale());
    }

    /** A stored text for this reader. @param said null if somebody wrote it */
    public String read(@Nullable String said, String stored) {
        return said == null || atOffice() ? stored : read(said);
    }

    /** As {@link #read(String, String)}; null stays null. */
    public @Nullable String readAny(@Nullable String said, @Nullable String stored) {
        return stored == null ? null : read(said, stored);
    }

    /** A stored text, to be said again within another. @param said null if somebody wrote it */
    public Said said(@Nullable String said, String stored) {
        return said == null ? Said.typed(stored) : Said.parsed(parsed(said, PARTS));
    }

    /** Titles the product gave these cases, for this reader: of a case that is not among them the stored title holds. */
    public Map<UUID, String> titles(Collection<UUID> cases) {
        Map<UUID, String> titles = new HashMap<>();
        if (!atOffice() && !cases.isEmpty()) {
            jdbc.sql("select id, said from case_file where id = any (:cases) and said is not null")
                    .param("cases", cases.toArray(UUID[]::new))
                    .query(row -> {
                        titles.put(row.getObject("id", UUID.class), read(row.getString("said")));
                    });
        }
        return titles;
    }

    /** As {@link #titles}, of one. */
    public String title(UUID caseId, String stored) {
        return titles(List.of(caseId)).getOrDefault(caseId, stored);
    }

    /** What a case is called, to be said again within another title. */
    public Said called(UUID caseId, String stored) {
        return said(
                jdbc.sql("select said from case_file where id = ?")
                        .param(caseId)
                        .query((row, n) -> Optional.ofNullable(row.getString("said")))
                        .single()
                        .orElse(null),
                stored);
    }

    /** What {@link #kept(Map)} gave, in their order. */
    Map<String, String> facts(String kept) {
        Map<String, String> facts = new LinkedHashMap<>();
        parsed(kept, FACTS).forEach((name, value) -> facts.put(name, text(value, LocaleContextHolder.getLocale())));
        return facts;
    }

    private String text(Object value, Locale locale) {
        if (value instanceof Said said) {
            return text(said.kept(), locale);
        }
        if (!(value instanceof List<?> parts)) {
            return value.toString();
        }
        String key = parts.get(0).toString();
        Object[] arguments =
                parts.stream().skip(1).map(part -> text(part, locale)).toArray();
        return Objects.requireNonNull(messages.getMessage(key, arguments, key, locale));
    }

    private String read(String said) {
        return text(parsed(said, PARTS), LocaleContextHolder.getLocale());
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("what is said", e);
        }
    }

    private <T> T parsed(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is said", e);
        }
    }

    public boolean atOffice() {
        return LocaleContextHolder.getLocale().getLanguage().equals(OFFICE.getLanguage());
    }
}
