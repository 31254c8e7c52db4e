package org.qipan.audit;

import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.qipan.cluster.Locks;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links committed records into the hash chain, on one node at a time. Only ever inserts. */
@Component
class AuditChain {

    /** Lock of the one node that links. */
    static final String LEADER = "audit.chain";

    private static final int BATCH = 1000;

    /** A burst is linked in one go up to here; the rest waits a second. */
    private static final int BATCHES = 20;

    /**
     * Every transaction below the snapshot's xmin has ended, so what is not visible there never will be and a cursor over
     * (xid, id) skips nothing. In a database restored elsewhere the counter starts anew and lies below the cursor: then all
     * records without a link are taken, those with numbers of the former life first.
     */
    private static final String NEXT = """
            select %s, a.xid::text as xid
            from audit a, (select pg_current_snapshot() as now) s
            where case when pg_snapshot_xmin(s.now) >= cast(:xid as xid8)
                       then a.xid < pg_snapshot_xmin(s.now) and (a.xid, a.id) > (cast(:xid as xid8), :id)
                       else a.xid < pg_snapshot_xmin(s.now) or a.xid >= pg_snapshot_xmax(s.now) end
              and not exists (select from audit_link l where l.audit_id = a.id)
            order by a.xid >= pg_snapshot_xmax(s.now) desc, a.xid, a.id
            limit :batch
            """.formatted(AuditEntry.COLUMNS);

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    AuditChain(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    @Scheduled(fixedDelay = 1000)
    @Transactional
    public void linkCommitted() {
        int batches = 1;
        while (link() == BATCH && batches < BATCHES) {
            batches++;
        }
    }

    /** Links up to one batch; returns how many, 0 also when another node is linking. */
    @Transactional
    public int link() {
        if (!Locks.take(jdbc, LEADER)) {
            return 0;
        }
        Tail tail = tail();
        List<Committed> next = jdbc.sql(NEXT)
                .param("xid", tail.xid())
                .param("id", tail.auditId())
                .param("batch", BATCH)
                .query((row, n) -> new Committed(AuditEntry.of(row), row.getString("xid")))
                .list();
        List<Object[]> links = new ArrayList<>();
        long seq = tail.seq();
        byte[] previous = tail.hash();
        for (Committed c : next) {
            byte[] hash = ChainHash.of(++seq, previous, c.entry());
            links.add(
                    new Object[] {seq, c.entry().id(), c.entry().at().atOffset(ZoneOffset.UTC), c.xid(), previous, hash
                    });
            previous = hash;
        }
        batch.batchUpdate(
                "insert into audit_link (seq, audit_id, at, xid, prev_hash, hash) values (?, ?, ?, cast(? as xid8), ?, ?)",
                links,
                new int[] {
                    Types.BIGINT, Types.BIGINT, Types.TIMESTAMP_WITH_TIMEZONE, Types.VARCHAR, Types.BINARY, Types.BINARY
                });
        return links.size();
    }

    private Tail tail() {
        return jdbc.sql("select seq, hash, xid::text as xid, audit_id from audit_link order by seq desc limit 1")
                .query((row, n) -> new Tail(
                        row.getLong("seq"), row.getBytes("hash"), row.getString("xid"), row.getLong("audit_id")))
                .optional()
                .orElseGet(() -> new Tail(0, ChainHash.genesis(), "0", 0));
    }

    private record Tail(long seq, byte[] hash, String xid, long auditId) {}

    private record Committed(AuditEntry entry, String xid) {}
}
