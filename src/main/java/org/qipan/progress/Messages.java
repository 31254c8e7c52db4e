package org.qipan.progress;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseTexts;
import org.qipan.vault.Safe;
import org.qipan.worklist.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages between petitioner and desk, without anybody's number or address. His own lie in the vault. */
@Repository
public class Messages {

    private static final int TEXT = 2000;

    private final JdbcClient jdbc;
    private final Safe safe;
    private final CaseTexts texts;
    private final Clock clock;

    Messages(JdbcClient jdbc, Safe safe, CaseTexts texts, Clock clock) {
        this.jdbc = jdbc;
        this.safe = safe;
        this.clock = clock;
        this.texts = texts;
    }

    private record Row(long id, OffsetDateTime at, @Nullable String text) {}

    /** From the petitioner. */
    public void said(UUID complaint, String text) {
        safe.put(complaint, field(insert(complaint, null, null)), text);
    }

    /** From the desk. */
    public void answered(UUID complaint, String text, UUID by) {
        insert(complaint, by, text);
    }

    /** All, oldest first. */
    public List<Tracked.Message> of(UUID complaint) {
        List<Row> rows = jdbc.sql("select id, at, text from complaint_message where complaint = ? order by id")
                .param(complaint)
                .query(Row.class)
                .list();
        Map<String, String> mine = rows.isEmpty()
                ? Map.of()
                : safe.open(
                        complaint,
                        rows.stream()
                                .filter(row -> row.text() == null)
                                .map(row -> field(row.id()))
                                .collect(Collectors.toList()));
        return rows.stream().map(row -> message(complaint, row, mine)).toList();
    }

    private Tracked.Message message(UUID complaint, Row row, Map<String, String> mine) {
        LocalDate on = LocalDate.ofInstant(row.at().toInstant(), clock.getZone());
        String text = row.text();
        return text == null
                ? new Tracked.Message(on, true, mine.getOrDefault(field(row.id()), ""))
                : new Tracked.Message(on, false, texts.read(complaint, text));
    }

    private long insert(UUID complaint, @Nullable UUID by, @Nullable String text) {
        return jdbc.sql(
                        "insert into complaint_message (complaint, at, by, text) values (:c, :now, :by, :text) returning id")
                .param("c", complaint)
                .param("now", OffsetDateTime.now(clock))
                .param("by", by)
                .param("text", texts.keepAny(complaint, text))
                .query(Long.class)
                .single();
    }

    private static String field(long id) {
        return "message-" + id;
    }

    /** What a petitioner typed, ready to be kept. @throws Refused naming the field */
    public static String checked(String field, String text) {
        if (text.isBlank()) {
            throw Refused.at(field, "complaint.refused.empty");
        }
        if (text.length() > TEXT) {
            throw Refused.at(field, "complaint.refused.long", TEXT);
        }
        return text.strip();
    }
}
