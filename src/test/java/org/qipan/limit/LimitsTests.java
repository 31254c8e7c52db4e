package org.qipan.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.qipan.SettableClock;
import org.qipan.TestDatabase;
import org.qipan.audit.Fingerprint;
import org.springframework.jdbc.core.simple.JdbcClient;

class LimitsTests {

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final SettableClock clock = new SettableClock("2026-11-20T02:00:00Z");
    private final Limits limits = node();

    private Limits node() {
        return new Limits(jdbc, LimitsTests::key, new DayKey(jdbc, clock), clock);
    }

    private static byte[] key(String purpose) {
        return Fingerprint.sha256().digest(purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static long allowed(Limits node, int times, Limit limit, String who) {
        return IntStream.range(0, times).filter(i -> node.allows(limit, who)).count();
    }

    @Test
    void allowsTenLooksAtOnceAndOneMoreEverySixSeconds() {
        assertThat(allowed(limits, 30, Limit.LOOKS_OF_NETWORK, "a")).isEqualTo(10);
        assertThat(allowed(limits, 1, Limit.LOOKS_OF_NETWORK, "b")).isEqualTo(1);
        assertThat(allowed(limits, 1, Limit.FILINGS_OF_NETWORK, "a")).isEqualTo(1);
        clock.advance(Duration.ofSeconds(5));
        assertThat(allowed(limits, 5, Limit.LOOKS_OF_NETWORK, "a")).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(allowed(limits, 5, Limit.LOOKS_OF_NETWORK, "a")).isEqualTo(1);
        clock.advance(Duration.ofHours(1));
        assertThat(allowed(limits, 30, Limit.LOOKS_OF_NETWORK, "a")).isEqualTo(10);
    }

    @Test
    void nodesAndThreadsShareWhatThereIs() throws Exception {
        List<Limits> nodes = List.of(node(), node());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Long> some = () -> nodes.stream()
                    .mapToLong(node -> allowed(node, 10, Limit.LOOKS_OF_RECEIPT, "code"))
                    .sum();
            long total = 0;
            for (Future<Long> each : threads.invokeAll(java.util.Collections.nCopies(8, some))) {
                total += each.get();
            }
            assertThat(total).isEqualTo(5);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aRestartForgetsNothing() {
        assertThat(allowed(limits, 5, Limit.FILINGS_OF_NETWORK, "a")).isEqualTo(5);
        assertThat(node().allows(Limit.FILINGS_OF_NETWORK, "a")).isFalse();
    }

    @Test
    void aClockThatIsBehindGivesNothingAway() {
        allowed(limits, 10, Limit.LOOKS_OF_NETWORK, "a");
        clock.advance(Duration.ofMinutes(-10));
        assertThat(limits.allows(Limit.LOOKS_OF_NETWORK, "a")).isFalse();
        clock.advance(Duration.ofMinutes(10));
        assertThat(limits.allows(Limit.LOOKS_OF_NETWORK, "a")).isFalse();
    }

    @Test
    void keepsNoAddressAndNothingOfYesterday() {
        limits.allows(Limit.FILINGS_OF_NETWORK, Network.of("203.0.113.7"));
        String rows = jdbc.sql("select rate_limit::text from rate_limit")
                .query(String.class)
                .list()
                .toString();
        assertThat(rows).doesNotContain("203.0.113", "cb0071");
        byte[] today =
                jdbc.sql("select key from rate_limit").query(byte[].class).single();

        limits.forget();
        assertThat(count("rate_limit")).isEqualTo(1);
        clock.advance(Duration.ofHours(1));
        limits.forget();
        assertThat(count("rate_limit")).isZero();
        assertThat(count("rate_limit_day")).isEqualTo(1);

        clock.advance(Duration.ofDays(1));
        limits.allows(Limit.FILINGS_OF_NETWORK, Network.of("203.0.113.7"));
        limits.forget();
        assertThat(jdbc.sql("select key from rate_limit").query(byte[].class).single())
                .isNotEqualTo(today);
        assertThat(count("rate_limit_day")).isEqualTo(1);
    }

    @Test
    void isNotWrittenWhereBackupsLook() {
        assertThat(jdbc.sql(
                                "select relpersistence::text from pg_class where relname in ('rate_limit', 'rate_limit_day')")
                        .query(String.class)
                        .list())
                .containsExactly("u", "u");
    }

    @Test
    void takesNeighboursForOne() {
        assertThat(Network.of("203.0.113.7")).isEqualTo(Network.of("203.0.113.250"));
        assertThat(Network.of("203.0.113.7")).isNotEqualTo(Network.of("203.0.114.7"));
        assertThat(Network.of("2001:db8:1:2::1")).isEqualTo(Network.of("2001:db8:1:ffff::9"));
        assertThat(Network.of("2001:db8:1::1")).isNotEqualTo(Network.of("2001:db8:2::1"));
        assertThat(Network.of("::ffff:203.0.113.9")).isEqualTo(Network.of("203.0.113.7"));
        assertThat(List.of(Network.of("localhost"), Network.of(""))).containsExactly("localhost", "");
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
