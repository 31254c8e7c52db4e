package org.qipan.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Said;
import org.qipan.casefile.Sayings;
import org.qipan.directory.Post;
import org.qipan.workflow.TaskChanged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code work_item}, row by row. */
@Component
public class WorkItems {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final Sayings sayings;
    private final Clock clock;

    WorkItems(JdbcClient jdbc, Sayings sayings, Clock clock) {
        this.jdbc = jdbc;
        this.sayings = sayings;
        this.clock = clock;
    }

    /**
     * Adds the row of a new task, with number and title of its case: one statement. A row that is there stays as it is.
     *
     * @return whether anybody is excluded from the case
     */
    boolean add(TaskChanged task, String kind, WorkFacts facts) {
        Post post = post(task);
        Levels area = Levels.of(post.unit());
        @Nullable Said about = facts.subject();
        Optional<Boolean> added = jdbc.sql("""
                        insert into work_item (task, key, process, ref, kind, case_id, number, title, subject, said, stage, role, unit,
                            village, township, county, prefecture, province, assignee, created, due, started, paused, blocked, claim, returned)
                        select :task, :key, :process, :ref, :kind, f.id, f.number, f.title, :subject, :said, cast(:stage as bigint), :role, :unit,
                            l.village, l.township, l.county, l.prefecture, l.province, cast(:assignee as uuid), :now, cast(:due as timestamptz),
                            cast(:started as timestamptz), :paused, :blocked, :claim, :returned
                        from case_file f left join (values (cast(:village as bigint), cast(:township as bigint), cast(:county as bigint),
                            cast(:prefecture as bigint), cast(:province as bigint))) l (village, township, county, prefecture, province)
                            on not f.sealed
                        where f.id = :case
                        on conflict (task) do nothing
                        returning exists (select from case_exclusion x where x.case_id = work_item.case_id)
                        """)
                .param("task", task.task())
                .param("key", task.key())
                .param("process", task.process())
                .param("ref", task.ref())
                .param("kind", kind)
                .param("case", facts.caseId())
                .param("subject", about == null ? null : sayings.office(about))
                .param("said", about == null ? null : sayings.kept(about))
                .param("stage", facts.stage())
                .param("role", post.role())
                .param("unit", post.unit())
                .params(area.columns())
                .param("assignee", uuid(task.assignee()))
                .param("now", now())
                .param("due", moment(facts.due(), "infinity"))
                .param("started", moment(facts.started(), null))
                .param("paused", facts.paused())
                .param("blocked", facts.blocked())
                .param("claim", facts.claim())
                .param("returned", facts.returned())
                .query(Boolean.class)
                .optional();
        if (added.isEmpty() && find(task.task()).isEmpty()) {
            throw new IllegalStateException("task " + task.key() + " belongs to no case: " + facts.caseId());
        }
        return added.orElse(false);
    }

    /** Takes over what changed in the engine; a post that was changed here stays. */
    void change(TaskChanged task) {
        Post post = post(task);
        Levels area = Levels.of(post.unit());
        jdbc.sql("""
                        update work_item set assignee = cast(:assignee as uuid), version = version + 1,
                            role = case when rerouted then role else :role end,
                            unit = case when rerouted then unit else :unit end,
                            (village, township, county, prefecture, province) = (
                                select case when rerouted then village else cast(:village as bigint) end,
                                    case when rerouted then township else cast(:township as bigint) end,
                                    case when rerouted then county else cast(:county as bigint) end,
                                    case when rerouted then prefecture else cast(:prefecture as bigint) end,
                                    case when rerouted then province else cast(:province as bigint) end
                                where not exists (select from case_file f where f.id = case_id and f.sealed))
                        where task = :task and state = 'open'
                            and (assignee is distinct from cast(:assignee as uuid)
                                or (not rerouted and (role, unit) is distinct from (:role, :unit)))
                        """)
                .param("task", task.task())
                .param("assignee", uuid(task.assignee()))
                .param("role", post.role())
                .param("unit", post.unit())
                .params(area.columns())
                .update();
    }

    /** Gives an item to another post; the engine is not told, because here is where posts are asked for. */
    public boolean reroute(WorkItem item, Post to) {
        Levels area = Levels.of(to.unit());
        return jdbc.sql("""
                                with unmarked as (delete from item_seen where item = :id)
                                update work_item set role = :role, unit = :unit, (village, township, county, prefecture, province) = (
                                    select cast(:village as bigint), cast(:township as bigint), cast(:county as bigint),
                                        cast(:prefecture as bigint), cast(:province as bigint)
                                    where not exists (select from case_file f where f.id = case_id and f.sealed)),
                                    assignee = null, rerouted = true, version = version + 1
                                where id = :id and state = 'open' and version = :version
                                """)
                        .param("role", to.role())
                        .param("unit", to.unit())
                        .params(area.columns())
                        .param("id", item.id())
                        .param("version", item.version())
                        .update()
                == 1;
    }

    /** Closes the row of a task that ended without a person who did it here, or was already closed by him. */
    void close(String task, String state) {
        jdbc.sql("""
                        with unmarked as (delete from item_seen where item in (select id from work_item where task = :task))
                        update work_item set state = :state, closed = :now, version = version + 1
                        where task = :task and state = 'open'
                        """)
                .param("state", state)
                .param("now", now())
                .param("task", task)
                .update();
    }

    Optional<WorkItem> find(String task) {
        return jdbc.sql("select * from work_item where task = :task")
                .param("task", task)
                .query(WorkRows::item)
                .optional();
    }

    /** Whether an item still waits as it did in this version. */
    public boolean open(long id, int version) {
        return jdbc.sql("select exists (select from work_item where id = ? and version = ? and state = 'open')")
                .params(id, version)
                .query(Boolean.class)
                .single();
    }

    public Optional<StoredItem> find(long id) {
        return jdbc.sql("select * from work_item where id = :id")
                .param("id", id)
                .query(WorkRows::stored)
                .optional();
    }

    /** An open item, locked until the transaction ends: of two people who act on it one comes second. */
    public Optional<WorkItem> lock(long id) {
        return jdbc.sql("select * from work_item where id = :id and state = 'open' for update")
                .param("id", id)
                .query(WorkRows::item)
                .optional();
    }

    private static Post post(TaskChanged task) {
        if (task.group() == null) {
            throw new IllegalStateException("task " + task.key() + " of " + task.process() + " names no post");
        }
        return Post.of(task.group());
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    static @Nullable String moment(@Nullable Instant moment, @Nullable String otherwise) {
        return moment == null
                ? otherwise
                : moment.atZone(ZONE).toOffsetDateTime().toString();
    }
}
