package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.qipan.directory.Post;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionTemplate;

/** A node of its own: how long from its start to the first page, and how much memory it holds while 100 people work. */
@Bench
@Tag("start")
class StartBench {

    private static final int USERS = 100;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void startsAndServes() throws Exception {
        var source = TestDatabase.fresh().unwrap(PGSimpleDataSource.class);
        JdbcClient jdbc = JdbcClient.create(source);
        Country.found(jdbc);
        Path folder = Files.createDirectories(Path.of("target", "bench").toAbsolutePath());
        NodeProcess node = new NodeProcess("start", folder, port -> settings(source));
        double[] starts = new double[5];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = Figures.once(() -> {
                node.start();
                node.await();
                assertThat(get(node.address("/open"), "")).contains("<html");
            });
            if (i < starts.length - 1) {
                node.kill();
            }
        }
        Figures.add(
                "start of a node to its first page, database running",
                Figures.time(Duel.quantile(starts, 0.5)) + " (of 5)",
                "≤ 15 s");
        work(node, source, jdbc);
        Figures.add("resident memory while 100 people work (-Xmx320m)", resident(node) + " MB", "≤ 700 MB");
        node.kill();
    }

    private static void work(NodeProcess node, PGSimpleDataSource source, JdbcClient jdbc) throws Exception {
        var sessions = new JdbcIndexedSessionRepository(
                new JdbcTemplate(source), new TransactionTemplate(new JdbcTransactionManager(source)));
        sessions.afterPropertiesSet();
        Post post = new Post("township-officer", Country.TOWNSHIP);
        List<Callable<Void>> users = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            String cookie = Installation.cookie(sessions, Country.employ(jdbc, post), List.of(post));
            users.add(() -> {
                for (int n = 0; n < 20; n++) {
                    assertThat(get(node.address("/worklist"), cookie)).contains("id=\"worklist\"");
                }
                return null;
            });
        }
        ExecutorService windows = Executors.newFixedThreadPool(USERS);
        for (Future<Void> user : windows.invokeAll(users)) {
            user.get();
        }
        windows.shutdown();
    }

    private static Map<String, String> settings(PGSimpleDataSource source) {
        return Map.of(
                "QIPAN_LOCAL", "true",
                "QIPAN_DATABASE_URL",
                        "jdbc:postgresql://127.0.0.1:" + source.getPortNumbers()[0] + "/" + source.getDatabaseName(),
                "QIPAN_DATABASE_USER", "postgres",
                "QIPAN_DATABASE_PASSWORD", "postgres",
                "QIPAN_KEYCLOAK_URL", "http://127.0.0.1:9",
                "QIPAN_WEB_SECRET", "none",
                "QIPAN_VAULT_KEYS",
                        KeyFile.in(Path.of("target").toAbsolutePath()).toString());
    }

    private static String get(String address, String cookie) {
        try {
            return CLIENT.send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .header("Cookie", cookie)
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long resident(NodeProcess node) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + node.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }
}
