package org.qipan.recusal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseTexts;
import org.qipan.directory.Post;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code recusal_request}, row by row, and what it asks of {@code complaint}. */
@Repository
class RequestTable {

    private final JdbcClient jdbc;
    private final CaseTexts texts;
    private final Clock clock;

    RequestTable(JdbcClient jdbc, CaseTexts texts, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.texts = texts;
    }

    /** Where a matter lies. @param lead null while nobody handles it */
    record Place(String desk, @Nullable String lead, boolean open) {}

    Place place(UUID matter) {
        return jdbc.sql("select desk, lead, closed is null as open from complaint where id = ? for update")
                .param(matter)
                .query(Place.class)
                .single();
    }

    /** 受理编号, or its title while it has none. */
    String number(UUID matter) {
        return jdbc.sql("select coalesce(number, title) from case_file where id = ?")
                .param(matter)
                .query(String.class)
                .single();
    }

    /** Alias {@code r}; who decides is the post that has the task by now. */
    private static final String SELECT = """
            select r.id, r.case_id, r.no, r.whom, r.asked, coalesce(w.role, r.role) as role, coalesce(w.unit, r.unit) as unit, r.state,
                r.decided, r.reason
            from recusal_request r left join work_item w on w.case_id = r.id and w.process in ('recusal', 'own-recusal')""";

    /** @param id of its case @param recusal that was declared, null where the petitioner asks */
    Request insert(UUID id, UUID matter, String whom, @Nullable UUID recusal, Post decider) {
        jdbc.sql("""
                        insert into recusal_request (id, case_id, no, whom, recusal, asked, role, unit)
                        values (:id, :case, 1 + (select count(*) from recusal_request where case_id = :case), :whom,
                            cast(:recusal as uuid), :at, :role, :unit)
                        """)
                .param("id", id)
                .param("case", matter)
                .param("whom", whom)
                .param("recusal", recusal)
                .param("at", OffsetDateTime.now(clock))
                .param("role", decider.role())
                .param("unit", decider.unit())
                .update();
        return find(id).orElseThrow();
    }

    Optional<Request> find(UUID id) {
        return jdbc.sql(SELECT + " where r.id = ?")
                .param(id)
                .query(Request.class)
                .optional()
                .map(this::opened);
    }

    /** All of a matter, oldest first. */
    List<Request> of(UUID matter) {
        return jdbc
                .sql(SELECT + " where r.case_id = ? order by r.no")
                .param(matter)
                .query(Request.class)
                .list()
                .stream()
                .map(this::opened)
                .toList();
    }

    private Request opened(Request stored) {
        return stored.told(texts.readAny(stored.caseId(), stored.reason()));
    }

    /** Whether this is a matter, and not over. */
    boolean open(UUID matter) {
        return jdbc.sql("select exists (select from complaint where id = ? and closed is null)")
                .param(matter)
                .query(Boolean.class)
                .single();
    }

    /** What was declared by whoever asks for himself. */
    UUID recusal(UUID request) {
        return jdbc.sql("select recusal from recusal_request where id = ?")
                .param(request)
                .query(UUID.class)
                .single();
    }

    /** The matter ended first: what was asked for is not decided any more. @return ids of those requests */
    List<UUID> over(UUID matter) {
        return jdbc.sql(
                        "update recusal_request set state = 'over', decided = :at where case_id = :case and state = 'asked' returning id")
                .param("at", OffsetDateTime.now(clock))
                .param("case", matter)
                .query(UUID.class)
                .list();
    }

    /** False if somebody was faster. */
    boolean decide(Request request, String state, String reason, UUID by) {
        return jdbc.sql("""
                        update recusal_request set state = :state, reason = :reason, decided_by = :by, decided = :at
                        where id = :id and state = 'asked'
                        """)
                        .param("state", state)
                        .param("reason", texts.keep(request.caseId(), reason))
                        .param("by", by)
                        .param("at", OffsetDateTime.now(clock))
                        .param("id", request.id())
                        .update()
                == 1;
    }
}
