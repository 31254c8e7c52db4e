package org.qipan.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qipan.SettableClock;
import org.qipan.TestDatabase;
import org.qipan.audit.Verification.Fault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

class AuditChainTests {

    private static final DataSource SOURCE = TestDatabase.fresh();

    private final SettableClock clock = new SettableClock("2026-11-20T02:00:00Z");
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(SOURCE));

    @TempDir
    private Path folder;

    private JdbcClient jdbc;
    private JdbcTemplate template;
    private Audit audit;
    private ChainHeads heads;
    private AuditChain chain;
    private ChainVerifier verifier;

    @BeforeEach
    void emptyTables() throws IOException {
        template = new JdbcTemplate(SOURCE);
        jdbc = JdbcClient.create(template);
        template.execute("truncate audit, audit_link, audit_head restart identity");
        Path key = Files.write(folder.resolve("key"), new byte[32]);
        audit = new Audit(jdbc, clock);
        heads = new ChainHeads(jdbc, clock, new AuditProperties(key, folder.resolve("second/heads.log")));
        chain = new AuditChain(jdbc, template);
        verifier = new ChainVerifier(jdbc, heads, clock);
    }

    @Test
    void linksRecordsInOrderAndFindsTheChainWhole() {
        recordAndLink(5);

        Verification result = verifier.verify();

        assertThat(result.sound()).isTrue();
        assertThat(result.checked()).isEqualTo(5);
        assertThat(jdbc.sql("select array_agg(seq order by audit_id)::text from audit_link")
                        .query(String.class)
                        .single())
                .isEqualTo("{1,2,3,4,5}");
    }

    @Test
    void keepsTheRecordOnlyIfTheActIsKept() {
        transaction.executeWithoutResult(status -> {
            act("rolled-back");
            status.setRollbackOnly();
        });

        assertThat(link()).isZero();
        assertThat(count("audit")).isZero();
    }

    @Test
    void waitsForAnOlderTransactionThatIsStillRunning() throws SQLException {
        try (Connection slow = SOURCE.getConnection()) {
            slow.setAutoCommit(false);
            new Audit(JdbcClient.create(new SingleConnectionDataSource(slow, true)), clock)
                    .record(Actor.system(), "test.audit.slow", "case", "slow", Map.of());
            act("quick");
            assertThat(link())
                    .as("the quick one is committed, the slow one is older")
                    .isZero();
            slow.commit();
        }

        assertThat(link()).isEqualTo(2);
        assertThat(jdbc.sql("select object_id from audit a join audit_link l on l.audit_id = a.id where seq = 1")
                        .query(String.class)
                        .single())
                .isEqualTo("slow");
    }

    @Test
    void leavesTheLinkingToTheNodeThatHoldsTheLock() throws SQLException {
        act("one");
        try (Connection leader = SOURCE.getConnection()) {
            leader.setAutoCommit(false);
            leader.createStatement().execute("select pg_advisory_xact_lock(hashtext('" + AuditChain.LEADER + "'))");
            assertThat(link()).isZero();
            leader.rollback();
        }

        assertThat(link()).isEqualTo(1);
    }

    @Test
    void goesOnInADatabaseWhoseTransactionCounterBeganAnew() {
        recordAndLink(2);
        act("before the move");
        template.execute("update audit set xid = '4000000000000'");
        template.execute("update audit_link set xid = '4000000000000'");
        act("after the move");

        assertThat(link()).isEqualTo(2);
        act("later");
        assertThat(link()).isEqualTo(1);
        assertThat(verifier.verify().sound()).isTrue();
    }

    @Test
    void namesTheFirstRecordThatWasEdited() {
        recordAndLink(5);
        template.execute("update audit set detail = '{\"n\": \"other\"}' where id in (3, 4)");

        assertFault(Fault.EDITED, 3);
    }

    @Test
    void noticesThatARecordWasMovedToAnotherActor() {
        recordAndLink(3);
        template.execute("update audit set actor = null where id = 2");

        assertFault(Fault.EDITED, 2);
    }

    @Test
    void namesTheFirstRecordThatWasDeleted() {
        recordAndLink(5);
        template.execute("delete from audit where id = 2");

        assertFault(Fault.DELETED, 2);
    }

    @Test
    void namesTheLinkThatIsMissing() {
        recordAndLink(5);
        template.execute("delete from audit where id = 4");
        template.execute("delete from audit_link where seq = 4");

        assertFault(Fault.LINK_MISSING, 4);
    }

    @Test
    void noticesTwoLinksThatChangedPlaces() {
        recordAndLink(5);
        template.execute("update audit_link set seq = -seq where seq in (2, 3)");
        template.execute("update audit_link set seq = 5 + seq where seq < 0");

        assertFault(Fault.REORDERED, 2);
    }

    @Test
    void noticesTwoRecordsThatChangedPlaces() {
        recordAndLink(5);
        template.execute("alter table audit_link drop constraint audit_link_audit_id_key");
        template.execute("update audit_link set audit_id = 5 - audit_id where seq in (2, 3)");

        assertFault(Fault.EDITED, 2);
        template.execute("truncate audit_link");
        template.execute("alter table audit_link add constraint audit_link_audit_id_key unique (audit_id)");
    }

    @Test
    void noticesATailCutOffAfterItsEndWasRecorded() {
        recordAndLink(5);
        recordHead();
        template.execute("delete from audit where id > 3");
        template.execute("delete from audit_link where seq > 3");

        assertFault(Fault.TRUNCATED, 4);
    }

    @Test
    void noticesATailCutOffTogetherWithItsHeadByTheSecondPlace() {
        recordAndLink(5);
        recordHead();
        template.execute("truncate audit, audit_link, audit_head");

        assertFault(Fault.TRUNCATED, 1);
    }

    @Test
    void noticesAChainThatWasMadeAnew() {
        recordAndLink(5);
        recordHead();
        template.execute("update audit set actor_post = 'someone else' where id = 2");
        template.execute("truncate audit_link");
        assertThat(link()).isEqualTo(5);

        assertFault(Fault.REWRITTEN, 5);
    }

    @Test
    void noticesAHeadThatWasForged() {
        recordAndLink(2);
        recordHead();
        act("three");
        link();
        template.execute("insert into audit_head select seq, hash, now(), '\\x00' from audit_link where seq = 3");

        assertFault(Fault.HEAD_FORGED, 3);
    }

    @Test
    void raisesTheAlarmForARecordWithoutALinkAfterTenSeconds() {
        recordAndLink(2);
        act("waiting");

        clock.advance(Duration.ofSeconds(10));
        assertThat(verifier.verify().sound()).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(verifier.verify().unlinked()).isEqualTo(1);
        assertThat(verifier.verify().sound()).isFalse();
    }

    @Test
    void needsNoMoreThanInsertAndSelect() {
        template.execute("create role only_writer");
        template.execute("grant insert, select on audit, audit_link, audit_head to only_writer");
        transaction.executeWithoutResult(status -> {
            template.execute("set local role only_writer");
            act("as the application");
        });
        transaction.executeWithoutResult(status -> {
            template.execute("set local role only_writer");
            assertThat(chain.link()).isEqualTo(1);
            assertThat(heads.record()).isPresent();
            assertThat(verifier.verify().sound()).isTrue();
        });

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    template.execute("set local role only_writer");
                    template.execute("update audit set action = 'x'");
                }))
                .hasRootCauseInstanceOf(SQLException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void hashesTheSameWhateverTheOrderOfTheKeys() {
        assertThat(ChainHash.canonical(1, entry("{\"b\": 1.50, \"a\": {\"d\": 1, \"c\": \"民众\"}}")))
                .isEqualTo(ChainHash.canonical(1, entry("{\"a\": {\"c\": \"民众\", \"d\": 1}, \"b\": 1.50}")))
                .contains("\"detail\":{\"a\":{\"c\":\"民众\",\"d\":1},\"b\":1.50}");
    }

    @Test
    void recordsTextThatTheDatabaseCannotHold() {
        audit.record(Actor.system(), "test.audit.nul", "case", "a\0b", Map.of("text", "x\0y"));

        assertThat(jdbc.sql("select detail ->> 'text' from audit")
                        .query(String.class)
                        .single())
                .isEqualTo("x\uFFFDy");
    }

    private static AuditEntry entry(String detail) {
        return new AuditEntry(1, Instant.EPOCH, null, "post", "test.audit.act", "case", "1", detail);
    }

    private void recordAndLink(int n) {
        for (int i = 1; i <= n; i++) {
            act(Integer.toString(i));
        }
        assertThat(link()).isEqualTo(n);
    }

    private void act(String object) {
        audit.record(
                new Actor(UUID.fromString("00000000-0000-7000-8000-000000000001"), "township-officer"),
                "test.audit.act",
                "case",
                object,
                Map.of("n", object));
    }

    private int link() {
        return transaction.execute(status -> chain.link());
    }

    private void recordHead() {
        transaction.executeWithoutResult(status -> assertThat(heads.record()).isPresent());
    }

    private void assertFault(Fault fault, long seq) {
        Verification result = verifier.verify();
        assertThat(result.fault()).isEqualTo(fault);
        assertThat(result.firstBadSeq()).isEqualTo(seq);
        assertThat(result.sound()).isFalse();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
