package org.qipan.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 催办 by a person: once per item and day, by one statement however many items it is. */
@Component
public class Urges {

    /** What an urge changes: the item is new again for whoever has it. */
    private static final String URGE = """
            with urged as (
                insert into urge (item, kind, day, by, post, at)
                select id, 'urge', :day, :by, :post, :at from work_item
                where %s and state = 'open' and not paused
                order by id
                on conflict (item, kind, day) do nothing
                returning item),
            unmarked as (delete from item_seen s using urged u where s.item = u.item)
            select w.id, w.role || '@' || w.unit as post from urged join work_item w on w.id = urged.item
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
     * @param post words of the post that urges
     * @return the items that were urged
     */
    @Transactional
    public Set<Long> urge(Collection<Long> items, UUID by, String post) {
        return run("id = any(:which) and not ended and not blocked", items.toArray(Long[]::new), by, post);
    }

    /** Urges the open items of whole instances. */
    int ofInstances(Collection<String> refs, UUID by, String post) {
        return run("ref = any(:which)", refs.toArray(String[]::new), by, post).size();
    }

    private Set<Long> run(String condition, Object[] which, UUID by, String post) {
        List<Urged> urged = jdbc.sql(URGE.formatted(condition))
                .param("day", LocalDate.now(clock))
                .param("by", by)
                .param("post", post)
                .param("at", OffsetDateTime.now(clock))
                .param("which", which)
                .query(Urged.class)
                .list();
        Set<Long> items = new HashSet<>();
        urged.forEach(one -> {
            items.add(one.id());
            changes.touch(one.post());
        });
        return items;
    }

    private record Urged(long id, String post) {}
}
