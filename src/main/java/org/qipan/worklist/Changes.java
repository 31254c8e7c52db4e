package org.qipan.worklist;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers for which posts something changed. The news is collected after commit and written once for many changes, so that nothing is
 * added to the transactions themselves; every node reads the same table. News lost with a node is made up for by the next change and by
 * the page's own polling.
 */
@Component
public class Changes {

    /** Stands for everybody: a set-based change of many items. */
    static final String ALL = "*";

    private final JdbcClient jdbc;
    private final Set<String> touched = ConcurrentHashMap.newKeySet();

    Changes(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    @Scheduled(fixedDelay = 500)
    void flush() {
        // Sorted: two nodes that write the same posts lock them in the same order.
        Set<String> posts = new TreeSet<>(touched);
        if (posts.isEmpty()) {
            return;
        }
        touched.removeAll(posts);
        jdbc.sql("""
                        insert into change_marker (post, version)
                        select post, nextval('change_marker_version') from unnest(:posts) changed(post) order by post
                        on conflict (post) do update set version = excluded.version
                        """).param("posts", posts.toArray(String[]::new)).update();
    }

    /** A number that grows whenever something changes for one of the posts. */
    public long version(Collection<String> posts) {
        String[] all = posts.toArray(new String[posts.size() + 1]);
        all[posts.size()] = ALL;
        return jdbc.sql("select coalesce(max(version), 0) from change_marker where post = any(:posts)")
                .param("posts", all)
                .query(Long.class)
                .single();
    }
}
