package org.qipan.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the record of an act in the transaction of the act: both are kept or neither is. */
@Service
public class Audit {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final Clock clock;

    Audit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Records one act. The row is not chained here: a chain held to commit would make all writers wait for each other.
     *
     * @param actor who acted
     * @param action what was done: a message key of the module that acts, {@code <module>.audit.<act>}, so that the page can
     *     print it in either language
     * @param objectKind what it was done to, a short code such as {@code case} or {@code calendar-day}
     * @param objectId the object's id as text
     * @param detail what else must be known later, kept as text; never a complainant's name or words
     */
    @Transactional
    public void record(Actor actor, String action, String objectKind, String objectId, Map<String, ?> detail) {
        jdbc.sql("""
                        insert into audit (at, actor, actor_post, action, object_kind, object_id, detail)
                        values (:at, :actor, :post, :action, :kind, :object, cast(:detail as jsonb))
                        """)
                .param("at", clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .param("actor", actor.staff(), java.sql.Types.OTHER)
                .param("post", storable(actor.post()))
                .param("action", action)
                .param("kind", objectKind)
                .param("object", storable(objectId))
                .param("detail", json(detail))
                .update();
    }

    private static String json(Map<String, ?> detail) {
        Map<String, String> texts = new TreeMap<>();
        detail.forEach((key, value) -> texts.put(storable(key), value == null ? "" : storable(value.toString())));
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The detail of an audit record must be printable as JSON", e);
        }
    }

    /** PostgreSQL holds every character but this one; an act must not go unrecorded because of it. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
