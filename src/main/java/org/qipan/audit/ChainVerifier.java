package org.qipan.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qipan.audit.Verification.Fault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Walks the chain from its beginning and names the first link that does not hold. */
@Component
class ChainVerifier {

    private static final int PAGE = 5000;

    /** The leader links each second; ten seconds without it are an alarm. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String LINKS = """
            select l.seq, l.prev_hash, l.hash, %s
            from audit_link l left join audit a on a.at = l.at and a.id = l.audit_id
            where l.seq > :after order by l.seq limit :page
            """.formatted(AuditEntry.COLUMNS);

    private final JdbcClient jdbc;
    private final ChainHeads heads;
    private final Clock clock;

    ChainVerifier(JdbcClient jdbc, ChainHeads heads, Clock clock) {
        this.jdbc = jdbc;
        this.heads = heads;
        this.clock = clock;
    }

    Verification verify() {
        Walk walk = new Walk(heads.recorded(), heads);
        List<Link> page;
        do {
            page = jdbc.sql(LINKS)
                    .param("after", walk.seq)
                    .param("page", PAGE)
                    .query((row, n) -> new Link(
                            row.getLong("seq"),
                            row.getBytes("prev_hash"),
                            row.getBytes("hash"),
                            row.getObject("id") == null ? null : AuditEntry.of(row)))
                    .list();
        } while (page.stream().allMatch(walk::holds) && page.size() == PAGE);
        walk.end();
        return new Verification(
                walk.fault == null ? walk.seq : walk.badSeq - 1,
                walk.fault,
                walk.fault == null ? null : walk.badSeq,
                unlinked(),
                heads.signs());
    }

    private long unlinked() {
        return jdbc.sql("""
                        select count(*) from audit a
                        where a.at < :before and not exists (select from audit_link l where l.audit_id = a.id)
                        """)
                .param("before", clock.instant().minus(PATIENCE).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private record Link(
            long seq,
            byte[] previous,
            byte[] hash,
            @Nullable AuditEntry entry) {}

    /** One pass over the chain with the recorded heads at hand. */
    private static final class Walk {

        private final List<ChainHead> recorded;
        private final ChainHeads heads;
        private int nextHead;
        private long seq;
        private byte[] hash = ChainHash.genesis();
        private @Nullable Fault fault;
        private long badSeq;

        Walk(List<ChainHead> recorded, ChainHeads heads) {
            this.recorded = recorded;
            this.heads = heads;
        }

        boolean holds(Link link) {
            long expected = seq + 1;
            if (link.seq() != expected) {
                return fails(Fault.LINK_MISSING, expected);
            }
            if (!Arrays.equals(link.previous(), hash)) {
                return fails(Fault.REORDERED, expected);
            }
            if (link.entry() == null) {
                return fails(Fault.DELETED, expected);
            }
            if (!Arrays.equals(ChainHash.of(expected, hash, link.entry()), link.hash())) {
                return fails(Fault.EDITED, expected);
            }
            seq = expected;
            hash = link.hash();
            return agreesWithHeads();
        }

        private boolean agreesWithHeads() {
            while (nextHead < recorded.size() && recorded.get(nextHead).seq() <= seq) {
                ChainHead head = recorded.get(nextHead++);
                if (!heads.genuine(head)) {
                    return fails(Fault.HEAD_FORGED, head.seq());
                }
                if (!Arrays.equals(head.hash(), hash)) {
                    return fails(Fault.REWRITTEN, head.seq());
                }
            }
            return true;
        }

        void end() {
            if (fault != null || nextHead == recorded.size()) {
                return;
            }
            if (heads.genuine(recorded.get(nextHead))) {
                fails(Fault.TRUNCATED, seq + 1);
            } else {
                fails(Fault.HEAD_FORGED, recorded.get(nextHead).seq());
            }
        }

        private boolean fails(Fault what, long where) {
            fault = what;
            badSeq = where;
            return false;
        }
    }
}
