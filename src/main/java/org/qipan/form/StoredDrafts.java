package org.qipan.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qipan.vault.Seal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Drafts in our own table: they outlive the session and the browser. Sealed, for they may hold what only the vault may hold. */
@Service
class StoredDrafts implements Drafts {

    static final int LARGEST = 1 << 20;
    static final int MOST = 200;
    private static final ObjectMapper JSON = new ObjectMapper();
    // one leading slash only: "//host" and "/\host" lead to other sites
    private static final String LOCAL = "/(?![/\\\\])[^\\s\\\\\\p{Cntrl}]{0,500}";

    private final JdbcClient jdbc;
    private final Seal seal;
    private final Clock clock;

    StoredDrafts(JdbcClient jdbc, Seal seal, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    @Override
    public void save(UUID staff, String subject, String title, String url, String json) {
        if (json.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw new IllegalArgumentException("draft of more than 1 MB");
        }
        if (!url.matches(LOCAL)) {
            throw new IllegalArgumentException("drafts are continued on our own pages");
        }
        if (subject.isBlank() || subject.length() > 200 || subject.indexOf(0) >= 0) {
            throw new IllegalArgumentException("not a subject");
        }
        int others = jdbc.sql("select count(*) from draft where staff = ? and subject <> ?")
                .params(staff, subject)
                .query(Integer.class)
                .single();
        if (others >= MOST) {
            throw new IllegalArgumentException("too many drafts");
        }
        jdbc.sql("""
                        insert into draft (staff, subject, title, url, body, saved_at) values (?, ?, ?, ?, ?, ?)
                        on conflict (staff, subject) do update
                        set title = excluded.title, url = excluded.url, body = excluded.body, saved_at = excluded.saved_at
                        """)
                .params(
                        staff,
                        subject,
                        title(title),
                        url,
                        seal.seal(place(staff, subject), storable(json)),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private static String title(String title) {
        String line = title.replaceAll("\\p{Cntrl}", " ").strip();
        return line.codePointCount(0, line.length()) <= 200 ? line : line.substring(0, line.offsetByCodePoints(0, 200));
    }

    // PostgreSQL keeps neither NUL nor half a surrogate pair; a draft loses them rather than everything
    private static String storable(String json) {
        try {
            JsonNode body = JSON.readTree(json);
            if (body == null || !body.isObject()) {
                throw new IllegalArgumentException("a draft is an object");
            }
            String plain = JSON.writeValueAsString(body).replaceAll("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000", "$1");
            return new String(plain.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    @Override
    public Optional<Draft> find(UUID staff, String subject) {
        return jdbc.sql("select subject, title, url, body, saved_at from draft where staff = ? and subject = ?")
                .params(staff, subject)
                .query((row, n) -> draft(row, seal.open(place(staff, subject), row.getBytes(4))))
                .optional();
    }

    @Override
    public List<Draft> of(UUID staff) {
        return jdbc.sql(
                        "select subject, title, url, body, saved_at from draft where staff = ? order by saved_at desc, subject")
                .param(staff)
                .query((row, n) -> draft(row, "{}"))
                .list();
    }

    @Override
    public void discard(UUID staff, String subject) {
        jdbc.sql("delete from draft where staff = ? and subject = ?")
                .params(staff, subject)
                .update();
    }

    @Override
    public MultiValueMap<String, String> parameters(Draft draft) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        try {
            JSON.readTree(draft.json()).properties().forEach(input -> {
                if (input.getValue().isArray()) {
                    input.getValue().forEach(value -> parameters.add(input.getKey(), value.asText()));
                } else {
                    parameters.add(input.getKey(), input.getValue().asText());
                }
            });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return parameters;
    }

    private static String place(UUID staff, String subject) {
        return "draft of " + staff + "\n" + subject;
    }

    private static Draft draft(ResultSet row, String json) throws SQLException {
        Instant saved = row.getObject(5, OffsetDateTime.class).toInstant();
        return new Draft(row.getString(1), row.getString(2), row.getString(3), json, saved);
    }
}
