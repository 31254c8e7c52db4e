package org.qipan;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.qipan.campaign.DemoMatters;
import org.qipan.campaign.DemoOversight;
import org.qipan.receipt.DemoReceipts;
import org.qipan.receipt.Receipt;

/** PostgreSQL and Keycloak of {@code mvn spring-boot:test-run}: checked, started side by side, stopped in order. */
final class LocalRun implements AutoCloseable {

    private static final long ENOUGH_DISK = 2L << 30;
    private static final int PORT = port("QIPAN_PORT", 8080);
    private static final int KEYCLOAK_PORT = port("QIPAN_KEYCLOAK_PORT", 8180);

    private final Path home;
    private @Nullable FileLock lock;
    private @Nullable LocalPostgres postgres;
    private @Nullable KeycloakServer keycloak;
    private @Nullable CompletableFuture<Void> keycloakReady;
    private boolean stopping;

    private LocalRun(Path home) {
        this.home = home;
    }

    /** Checks what can be wrong before anything is started, then starts the database and, beside it, Keycloak. */
    static LocalRun start() {
        var run =
                new LocalRun(Path.of(System.getProperty("qipan.home", ".qipan")).toAbsolutePath());
        try {
            run.check();
            say("Starting PostgreSQL, Keycloak and Qipan: about half a minute …");
            run.keycloakReady = CompletableFuture.runAsync(run::startKeycloak);
            run.postgres = LocalPostgres.start(run.home);
            return run;
        } catch (RuntimeException e) {
            run.close();
            throw e;
        }
    }

    static void say(String line) {
        System.out.println("[qipan] " + line);
    }

    LocalPostgres postgres() {
        return Objects.requireNonNull(postgres);
    }

    /** What differs from production on a developer's machine. */
    List<String> settings() {
        return List.of(
                "--qipan.local=true",
                "--qipan.site.owner=中山市（演示）",
                // What a newcomer reads is the few lines of this run, not those of its parts.
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn",
                "--logging.level.org.qipan=info",
                // Keycloak starts beside us and is asked once it has had the time.
                "--qipan.directory.first-poll=40s",
                "--qipan.vault.keys=" + KeyFile.in(home),
                "--qipan.notice.file=" + home.resolve("notices.jsonl"),
                "--server.port=" + PORT,
                "--management.server.port=0",
                "--qipan.keycloak.url=" + "http://localhost:" + KEYCLOAK_PORT,
                "--qipan.keycloak.web-secret=app-web-demo-secret",
                "--qipan.keycloak.sync-secret=app-sync-demo-secret",
                "--qipan.keycloak.leaver-secret=app-leaver-demo-secret",
                "--qipan.keycloak.staff-secret=app-staff-demo-secret");
    }

    void awaitKeycloak() {
        try {
            Objects.requireNonNull(keycloakReady).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LocalProblem problem) {
                throw problem;
            }
            throw e;
        }
    }

    void printBox() {
        System.out.println("""

                ┌────────────────────────────────────────────────────────────────────────────
                │  棋盘 Qipan is ready:  http://localhost:%d
                │
                │  Demo accounts (or choose a card on the sign-in page); one password for all:
                │     Minzhong-2018-demo
                │  新伦村 工作人员  village worker         village-worker.442000007201
                │  新伦村 主要负责人  village head          village-head.442000007201
                │  民众街道 经办人员  township officer      township-officer.442000007000
                │  民众街道 分管领导  township leader       township-leader.442000007000
                │  民众街道 信访专员  complaint officer     complaint-officer.442000007000
                │  民众街道人社分局  department officer     department-officer.442000007000-01
                │  中山市 信访专员  complaint officer       complaint-officer.442000000000
                │  中山市 经办人员  city officer            city-officer.442000000000
                │  中山市 分管领导  city leader             city-leader.442000000000
                │  广东省 信访专员  complaint officer       complaint-officer.440000000000
                │  广东省 经办人员  province officer        province-officer.440000000000
                │  广东省 分管领导  province leader         province-leader.440000000000
                │  系统管理员  system administrator        system-admin.442000000000
                │
                │  Without an account: /complaint (我要反映), /track (查进度), /open (公开)
                │  /track opens two matters of the demo, by code or by words:
                │     answered, may be rated or 复查 asked for:  %s
                │     being handled, after a hearing:            %s
                │
                │  Stop with Ctrl-C. Data is kept in %s
                └────────────────────────────────────────────────────────────────────────────
                """.formatted(PORT, receipt(DemoMatters.ANSWERED), receipt(DemoOversight.RUNNING), home));
    }

    private static String receipt(String name) {
        Receipt receipt = DemoReceipts.of(name);
        return receipt.code() + " (" + String.join(" ", receipt.words()) + "), PIN " + receipt.pin();
    }

    /** Keycloak first, then the database; the application has stopped before. */
    @Override
    public synchronized void close() {
        stopping = true;
        if (keycloak != null) {
            keycloak.close();
            keycloak = null;
        }
        if (postgres != null) {
            postgres.close();
            postgres = null;
        }
        try {
            if (lock != null) {
                lock.channel().close();
                lock = null;
            }
        } catch (IOException e) {
            say("The lock in " + home + " could not be released: " + e.getMessage());
        }
    }

    private void startKeycloak() {
        Path distribution = KeycloakDistribution.prepare(home, System.getProperty("qipan.keycloak.version", "26.7.3"));
        KeycloakServer server;
        synchronized (this) {
            if (stopping) {
                return;
            }
            server = KeycloakServer.durable(
                    distribution,
                    keycloakFolder(),
                    KEYCLOAK_PORT,
                    Map.of(
                            "QIPAN_ORIGIN", "http://localhost:" + PORT,
                            "QIPAN_SSL_REQUIRED", "external",
                            "QIPAN_PASSWORD_DAYS", "3650"));
            keycloak = server;
        }
        server.await();
    }

    private Path keycloakFolder() {
        return home.resolve("keycloak/local");
    }

    private void check() {
        try {
            Files.createDirectories(home);
            lock = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .tryLock();
            if (Files.getFileStore(home).getUsableSpace() < ENOUGH_DISK) {
                throw new LocalProblem(
                        "There is less than 2 GB left on the disk of " + home + ".",
                        "Free some space and start again.");
            }
        } catch (OverlappingFileLockException e) {
            lock = null;
        } catch (IOException e) {
            throw new LocalProblem(
                    home + " cannot be written (" + e.getMessage() + ").", "Check that the folder is yours.", e);
        }
        if (lock == null) {
            throw new LocalProblem(
                    "Qipan already runs from this folder.", "Use http://localhost:" + PORT + ", or stop it first.");
        }
        try {
            KeycloakServer.stopLeftover(keycloakFolder());
        } catch (IOException e) {
            throw new LocalProblem(keycloakFolder() + " cannot be read (" + e.getMessage() + ").", "Delete it.", e);
        }
        taken(PORT, "QIPAN_PORT", 8090);
        taken(KEYCLOAK_PORT, "QIPAN_KEYCLOAK_PORT", 8190);
    }

    private static void taken(int port, String variable, int other) {
        if (!LocalFiles.free(port)) {
            throw new LocalProblem(
                    "Port " + port + " is used by another program.",
                    "Stop that program, or choose another port: " + variable + "=" + other
                            + " mvn spring-boot:test-run");
        }
    }

    private static int port(String variable, int usual) {
        String chosen = System.getenv(variable);
        return chosen == null || chosen.isBlank() ? usual : Integer.parseInt(chosen);
    }
}
