package org.qipan.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.ActingTitles;
import org.qipan.directory.Post;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did what with an item: the table {@code work_act}, which 已办 is read from. */
@Component
public class WorkActs {

    private final JdbcClient jdbc;
    private final ActingTitles titles;
    private final Clock clock;

    WorkActs(JdbcClient jdbc, ActingTitles titles, Clock clock) {
        this.jdbc = jdbc;
        this.titles = titles;
        this.clock = clock;
    }

    /**
     * Closes an open item and writes down by whom, in one statement.
     *
     * @param act {@code completed} or {@code returned}
     * @return whether it was still open in this version; if not, nothing was written
     */
    public boolean close(WorkItem item, int version, UUID staff, String act) {
        return jdbc.sql("""
                        with closed as (
                            update work_item set state = 'done', closed = :now, version = version + 1
                            where id = :id and state = 'open' and version = :version
                            returning id, case_id, role, unit),
                        unmarked as (delete from item_seen s using closed c where s.item = c.id)
                        insert into work_act (item, case_id, staff, acting_for, role, unit, act, at)
                        select id, case_id, :staff, acted_for(:staff, role, unit, case_id, :day, id), role, unit, :act, :now from closed
                        """)
                        .param("now", OffsetDateTime.now(clock))
                        .param("day", LocalDate.now(clock))
                        .param("id", item.id())
                        .param("version", version)
                        .param("staff", staff)
                        .param("act", act)
                        .update()
                == 1;
    }

    /** Writes down an act that leaves the item open. */
    public void add(WorkItem item, UUID staff, Post as, String act) {
        jdbc.sql("""
                        insert into work_act (item, case_id, staff, acting_for, role, unit, act, at)
                        values (:item, :case, :staff, acted_for(:staff, :role, :unit, :case, :day, :item), :role, :unit, :act, :at)
                        """)
                .param("item", item.id())
                .param("case", item.caseId())
                .param("staff", staff)
                .param("role", as.role())
                .param("unit", as.unit())
                .param("act", act)
                .param("at", OffsetDateTime.now(clock))
                .param("day", LocalDate.now(clock))
                .update();
    }

    /** Words for whoever closed an item: his post, or 「王五（代李四）」; null while it is open, or if the system closed it. */
    public @Nullable String closer(WorkItem item) {
        return jdbc.sql("select staff, acting_for from work_act where item = ? and act in ('completed', 'returned')"
                        + " order by id desc limit 1")
                .param(item.id())
                .query((row, n) -> titles.of(
                        item.post(), row.getObject("staff", UUID.class), row.getObject("acting_for", UUID.class)))
                .optional()
                .orElse(null);
    }

    /**
     * Whether a person completed a task of the same part of a case before.
     *
     * @param key of that task
     * @param standingIn only what he did for somebody else
     */
    public boolean completed(UUID staff, WorkItem item, String key, boolean standingIn) {
        return Objects.requireNonNull(
                jdbc.sql("select exists (select 1 from work_act a join work_item w on w.id = a.item"
                                + " where a.staff = :staff and a.case_id = :case and a.act = 'completed' and w.ref = :ref and w.key = :key"
                                + (standingIn ? " and a.acting_for is not null)" : ")"))
                        .param("staff", staff)
                        .param("case", item.caseId())
                        .param("ref", item.ref())
                        .param("key", key)
                        .query(Boolean.class)
                        .single());
    }

    /** Whether a person completed an item, himself or by somebody who did it for him. */
    public boolean completed(UUID staff, long item) {
        return Objects.requireNonNull(
                jdbc.sql("select exists (select 1 from work_act where item = :id and act = 'completed'"
                                + " and (staff = :staff or acting_for = :staff))")
                        .param("id", item)
                        .param("staff", staff)
                        .query(Boolean.class)
                        .single());
    }

    /** Whether a person ever did something with an item, for himself or for somebody who may still know of it. */
    public boolean by(UUID staff, long item) {
        return Objects.requireNonNull(
                jdbc.sql("select exists (select 1 from work_act where item = :id and staff = :staff"
                                + " and (acting_for is null or not case_excluded(case_id, acting_for)))")
                        .param("id", item)
                        .param("staff", staff)
                        .query(Boolean.class)
                        .single());
    }
}
