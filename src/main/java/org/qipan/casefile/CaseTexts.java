package org.qipan.casefile;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qipan.vault.CaseSeal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people write about a case, as it is stored and as it is read: of a sealed case nothing stands plain in any table. A column of free text
 * about a case is written with {@link #keep} and read with {@link #read}.
 */
@Component
public class CaseTexts {

    private final JdbcClient jdbc;
    private final CaseSeal seal;

    CaseTexts(JdbcClient jdbc, CaseSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** A text as it is to be stored. */
    public String keep(UUID caseId, String text) {
        return stored(caseId, text, () -> sealed(caseId));
    }

    /** As {@link #keepAny}, for several texts that are written at once. */
    public UnaryOperator<@Nullable String> keeping(UUID caseId) {
        boolean sealed = sealed(caseId);
        return text -> text == null ? null : stored(caseId, text, () -> sealed);
    }

    private String stored(UUID caseId, String text, BooleanSupplier sealed) {
        // Nothing that is typed passes for something sealed.
        String typed = CaseSeal.sealed(text) ? text.substring(1) : text;
        return !typed.isEmpty() && sealed.getAsBoolean() ? seal.seal(caseId, typed) : typed;
    }

    /** As {@link #keep}; null stays null. */
    public @Nullable String keepAny(UUID caseId, @Nullable String text) {
        return text == null ? null : keep(caseId, text);
    }

    /** A text as it is to be read; empty where the key of its case was destroyed. */
    public String read(UUID caseId, String stored) {
        return CaseSeal.sealed(stored) ? seal.open(caseId, stored) : stored;
    }

    /** As {@link #read}; null stays null. */
    public @Nullable String readAny(UUID caseId, @Nullable String stored) {
        return stored == null ? null : read(caseId, stored);
    }

    /** A course with its remarks out of their seals, at the price of one. */
    List<CaseEvent> opened(UUID caseId, List<CaseEvent> events) {
        List<String> sealed = events.stream()
                .flatMap(event -> Stream.ofNullable(event.remark()))
                .filter(CaseSeal::sealed)
                .toList();
        if (sealed.isEmpty()) {
            return events;
        }
        Map<String, String> opened = seal.open(caseId, sealed);
        return events.stream().map(event -> event.opened(opened)).toList();
    }

    // Locked against whoever seals the case at this moment: he waits for us, or we see that it is sealed. Other changes
    // do not wait.
    private boolean sealed(UUID caseId) {
        return jdbc.sql("select sealed from case_file where id = ? for key share")
                .param(caseId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
