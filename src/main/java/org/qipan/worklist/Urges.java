package org.qipan.worklist;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.qipan.directory.Post;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 催办 by a person: once per item and day, by one statement however many items it is. */
@Component
public class Urges {

    /** Ten seconds are offered; a slow line takes some of them. */
    private static final Duration UNDO = Duration.ofSeconds(15);

    private static final String URGE = """
            insert into urge (item, kind, day, by, post, at, told)
            select id, 'urge', :day, :by, :post, :at, false from work_item
            where %s and state = 'open' and not paused
            order by id
            on conflict (item, kind, day) do nothing
            returning item
            """;

    /** What an urge changes: the item is new again for whoever has it. */
    private static final String TELL = """
            with ripe as (update urge set told = true where not told and at <= :before returning item),
            unmarked as (delete from item_seen s using ripe r where s.item = r.item)
            select distinct w.role || '@' || w.unit from ripe r join work_item w on w.id = r.item and w.state = 'open'
            """;

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Clock clock;

    Urges(JdbcClient jdbc, Changes changes, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.clock = clock;
    }

    /** Which of these items nobody should be urged about now, and why: the last part of a message key. */
    public Map<Long, String> refused(Collection<Long> items) {
        Map<Long, String> refused = new HashMap<>();
        jdbc.sql("""
                        select * from (
                            select w.id, case when w.state <> 'open' then 'closed' when w.paused then 'paused' when w.ended then 'ended'
                                when w.blocked then 'blocked'
                                when exists (select 1 from urge u where u.item = w.id and u.kind = 'urge' and u.day = :day) then 'today'
                                end as reason
                            from work_item w where w.id = any(:items)) checked
                        where reason is not null
                        """)
                .param("day", LocalDate.now(clock))
                .param("items", items.toArray(Long[]::new))
                .query(row -> {
                    refused.put(row.getLong("id"), row.getString("reason"));
                });
        return refused;
    }

    /**
     * Urges whoever holds these items, but for those {@link #refused} names.
     *
     * @param as the post that urges
     * @return the items that were urged
     */
    @Transactional
    public Set<Long> urge(Collection<Long> items, UUID by, Post as) {
        return run("id = any(:which) and not ended and not blocked", items.toArray(Long[]::new), by, as);
    }

    /** Urges the open items of whole instances. */
    int ofInstances(Collection<String> refs, UUID by, Post as) {
        return run("ref = any(:which)", refs.toArray(String[]::new), by, as).size();
    }

    /** Takes back what this person urged a moment ago; gives the items nobody was told of yet. */
    @Transactional
    public Set<Long> undo(Collection<Long> items, UUID by) {
        return Set.copyOf(jdbc.sql(
                        "delete from urge where item = any(:items) and by = :by and not told and at > :before returning item")
                .param("items", items.toArray(Long[]::new))
                .param("by", by)
                .param("before", OffsetDateTime.now(clock).minus(UNDO))
                .query(Long.class)
                .list());
    }

    /** As {@link #undo(Collection, UUID)}, of one instance; false if nothing could be taken back. */
    @Transactional
    public boolean undo(String ref, UUID by) {
        List<Long> items = jdbc.sql("select id from work_item where ref = :ref and state = 'open'")
                .param("ref", ref)
                .query(Long.class)
                .list();
        return !undo(items, by).isEmpty();
    }

    /** Tells whoever was urged once it cannot be taken back any more. Two nodes share the rows between them. */
    @Scheduled(fixedDelay = 5_000)
    @Transactional
    public void tell() {
        jdbc.sql(TELL)
                .param("before", OffsetDateTime.now(clock).minus(UNDO))
                .query(String.class)
                .list()
                .forEach(changes::touch);
    }

    private Set<Long> run(String condition, Object[] which, UUID by, Post as) {
        return Set.copyOf(jdbc.sql(URGE.formatted(condition))
                .param("day", LocalDate.now(clock))
                .param("by", by)
                .param("post", as.group())
                .param("at", OffsetDateTime.now(clock))
                .param("which", which)
                .query(Long.class)
                .list());
    }
}
