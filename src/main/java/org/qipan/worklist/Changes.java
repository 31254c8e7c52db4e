package org.qipan.worklist;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.qipan.cluster.Locks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Remembers for which posts something changed. The news is collected after commit and written once for many changes, so that nothing is
 * added to the transactions themselves; every node reads what is new of the same table, once for all pages that are open. News lost with a
 * node is made up for by the next change.
 */
@Component
public class Changes {

    /** Stands for everybody: a set-based change of many items. */
    static final String ALL = "*";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Set<String> touched = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> versions = new ConcurrentHashMap<>();
    private volatile long seen;

    Changes(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Notes a change for a post ({@code role@unit}) once the transaction has committed. */
    public void touch(String post) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            touched.add(post);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                touched.add(post);
            }
        });
    }

    /** One node after the other, so that numbers become visible in their order and a reader misses none. */
    @Scheduled(fixedDelay = 500)
    void flush() {
        Set<String> posts = Set.copyOf(touched);
        if (posts.isEmpty()) {
            return;
        }
        touched.removeAll(posts);
        transaction.executeWithoutResult(status -> {
            Locks.await(jdbc, "worklist.changes");
            jdbc.sql("""
                            insert into change_marker (post, version)
                            select post, nextval('change_marker_version') from unnest(:posts) changed(post)
                            on conflict (post) do update set version = excluded.version
                            """).param("posts", posts.toArray(String[]::new)).update();
        });
    }

    /** Takes over what any node has written. */
    void read() {
        List<Marker> fresh = jdbc.sql("select post, version from change_marker where version > :seen")
                .param("seen", seen)
                .query(Marker.class)
                .list();
        fresh.forEach(marker -> versions.put(marker.post(), marker.version()));
        seen = fresh.stream().mapToLong(Marker::version).max().orElse(seen);
    }

    private record Marker(String post, long version) {}

    /** A number that grows whenever something changes for one of the posts, as far as this node knows: no statement is asked. */
    public long version(Collection<String> posts) {
        long newest = versions.getOrDefault(ALL, 0L);
        for (String post : posts) {
            newest = Math.max(newest, versions.getOrDefault(post, 0L));
        }
        return newest;
    }
}
