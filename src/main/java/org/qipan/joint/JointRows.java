package org.qipan.joint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseTexts;
import org.qipan.casefile.Said;
import org.qipan.casefile.Sayings;
import org.qipan.directory.Post;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tables {@code joint} and {@code joint_file}. */
@Repository
class JointRows {

    private final JdbcClient jdbc;
    private final CaseTexts texts;
    private final Sayings sayings;
    private final Clock clock;

    JointRows(JdbcClient jdbc, CaseTexts texts, Sayings sayings, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.sayings = sayings;
        this.clock = clock;
    }

    void insert(Joint joint) {
        jdbc.sql("""
                        insert into joint (id, item, case_id, asked_by, role, unit, question, due, at, to_role, to_unit)
                        values (:id, :item, :case, :by, :role, :unit, :question, :due, :at, :toRole, :toUnit)
                        """)
                .param("id", joint.id())
                .param("item", joint.item())
                .param("case", joint.caseId())
                .param("by", joint.askedBy())
                .param("role", joint.as().role())
                .param("unit", joint.as().unit())
                .param("question", texts.keep(joint.caseId(), joint.question()))
                .param("due", moment(joint.due()))
                .param("at", moment(joint.at()))
                .param("toRole", joint.to().role())
                .param("toUnit", joint.to().unit())
                .update();
    }

    /** Of an item, in the order they were asked. */
    @Transactional
    List<Joint> of(long item) {
        return jdbc.sql("select * from joint where item = :item order by at, id")
                .param("item", item)
                .query(this::row)
                .list();
    }

    /** Those of a case that wait. */
    @Transactional
    List<Joint> waiting(UUID caseId) {
        return jdbc.sql("select * from joint where case_id = :case and state = 'asked' order by at, id")
                .param("case", caseId)
                .query(this::row)
                .list();
    }

    @Transactional
    Optional<Joint> find(UUID id) {
        return jdbc.sql("select * from joint where id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** Ends it if it still waits; false if somebody else was faster. @param by null where it ended with its case @param text the answer, or the reason */
    boolean end(Joint joint, String state, @Nullable UUID by, @Nullable Said text) {
        String column = state.equals("answered") ? "answer" : "reason";
        return jdbc.sql("update joint set state = :state, ended_by = cast(:by as uuid), ended_at = :at, " + column
                                + " = :text, said = :said where id = :id and state = 'asked'")
                        .param("state", state)
                        .param("by", by)
                        .param("at", moment(clock.instant()))
                        .param("text", text == null ? null : texts.keep(joint.caseId(), sayings.office(text)))
                        .param("said", text == null ? null : sayings.kept(text))
                        .param("id", joint.id())
                        .update()
                == 1;
    }

    /** @param given with the answer; else shown with the question */
    void add(UUID joint, Collection<UUID> files, boolean given) {
        jdbc.sql("""
                        insert into joint_file (joint, file, given) select :joint, f, :given from unnest(cast(:files as uuid[])) f
                        on conflict do nothing
                        """)
                .param("joint", joint)
                .param("given", given)
                .param("files", files.toArray(UUID[]::new))
                .update();
    }

    List<UUID> files(UUID joint, boolean given) {
        return jdbc.sql("select file from joint_file where joint = :joint and given = :given order by file")
                .param("joint", joint)
                .param("given", given)
                .query(UUID.class)
                .list();
    }

    /** Whether a file was shown to one of these posts, or given by one of them or to one of them. */
    boolean touches(UUID caseId, UUID file, Collection<Post> posts) {
        return jdbc.sql("""
                        select exists (select 1 from joint j join joint_file f on f.joint = j.id
                            where f.file = :file and j.case_id = :case and j.state <> 'withdrawn'
                                and (j.to_role || '@' || j.to_unit = any (:groups) or j.role || '@' || j.unit = any (:groups)))
                        """)
                .param("file", file)
                .param("case", caseId)
                .param("groups", posts.stream().map(Post::group).toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /** Whether anybody has opened the task of a question. */
    boolean opened(UUID joint) {
        return jdbc.sql("""
                        select exists (select 1 from work_item w join item_seen s on s.item = w.id
                            where w.ref = :ref and w.key = 'Task_Answer' and w.state = 'open')
                        """).param("ref", joint.toString()).query(Boolean.class).single();
    }

    private OffsetDateTime moment(Instant instant) {
        return instant.atZone(clock.getZone()).toOffsetDateTime();
    }

    private Joint row(ResultSet row, int n) throws SQLException {
        UUID caseId = row.getObject("case_id", UUID.class);
        return new Joint(
                row.getObject("id", UUID.class),
                row.getLong("item"),
                caseId,
                row.getObject("asked_by", UUID.class),
                new Post(row.getString("role"), row.getString("unit")),
                texts.read(caseId, row.getString("question")),
                row.getObject("due", OffsetDateTime.class).toInstant(),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Post(row.getString("to_role"), row.getString("to_unit")),
                row.getString("state"),
                texts.readAny(caseId, row.getString("answer")),
                sayings.readAny(row.getString("said"), texts.readAny(caseId, row.getString("reason"))));
    }
}
