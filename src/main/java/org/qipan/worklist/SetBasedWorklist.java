package org.qipan.worklist;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Said;
import org.qipan.directory.Post;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What capabilities change in the worklist: one statement each, however many items it touches. */
@Service
class SetBasedWorklist implements Worklist {

    private final JdbcClient jdbc;
    private final WorkItems items;
    private final Copies copies;
    private final Changes changes;
    private final Urges urges;

    SetBasedWorklist(JdbcClient jdbc, WorkItems items, Copies copies, Changes changes, Urges urges) {
        this.jdbc = jdbc;
        this.items = items;
        this.copies = copies;
        this.changes = changes;
        this.urges = urges;
    }

    @Override
    public Optional<WorkItem> find(long id) {
        return items.find(id).filter(StoredItem::open).map(StoredItem::item);
    }

    @Override
    @Transactional
    public void blocked(String ref, String key, boolean blocked) {
        jdbc.sql("""
                        update work_item set blocked = :blocked, version = version + 1
                        where ref = :ref and key = :key and state = 'open' and blocked <> :blocked
                        returning role || '@' || unit
                        """)
                .param("blocked", blocked)
                .param("ref", ref)
                .param("key", key)
                .query(String.class)
                .list()
                .forEach(changes::touch);
    }

    @Override
    @Transactional
    public void due(long stage, @Nullable Instant due) {
        jdbc.sql("""
                        update work_item set due = cast(:due as timestamptz), version = version + 1
                        where stage = :stage and state = 'open' and due <> cast(:due as timestamptz)
                            and (not extended or due < cast(:due as timestamptz))
                        """)
                .param("due", WorkItems.moment(due, "infinity"))
                .param("stage", stage)
                .update();
        changes.touch(Changes.ALL);
    }

    @Override
    @Transactional
    public void paused(long stage, boolean paused) {
        jdbc.sql("""
                        update work_item set paused = :paused, version = version + 1
                        where stage = :stage and state = 'open' and paused <> :paused
                        """).param("paused", paused).param("stage", stage).update();
        changes.touch(Changes.ALL);
    }

    /** No new version: whoever had the page open is to read why he is refused, not that somebody was faster. */
    @Override
    @Transactional
    public void ended(long stage, boolean ended) {
        jdbc.sql("update work_item set ended = :ended where stage = :stage and state = 'open' and ended <> :ended")
                .param("ended", ended)
                .param("stage", stage)
                .update();
        changes.touch(Changes.ALL);
    }

    @Override
    @Transactional
    public void stopped(String ref) {
        jdbc.sql("""
                        update work_item set paused = true, version = version + 1
                        where ref = :ref and state = 'open' and not paused returning role || '@' || unit
                        """).param("ref", ref).query(String.class).list().forEach(changes::touch);
    }

    @Override
    @Transactional
    public void resumed(String ref, Duration stood) {
        jdbc.sql("""
                        update work_item set paused = false, due = due + make_interval(secs => :stood), version = version + 1
                        where ref = :ref and state = 'open' and paused returning role || '@' || unit
                        """)
                .param("ref", ref)
                .param("stood", stood.toSeconds())
                .query(String.class)
                .list()
                .forEach(changes::touch);
    }

    @Override
    @Transactional
    public void copy(UUID caseId, Said subject, String group, UUID by) {
        copies.send(caseId, subject, null, group, by);
    }

    @Override
    @Transactional
    public int urge(Collection<String> refs, UUID by, Post as) {
        return refs.isEmpty() ? 0 : urges.ofInstances(refs, by, as);
    }
}
