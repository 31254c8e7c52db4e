package org.qipan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A running Keycloak with the realm of this project. Each has a folder of its own (settings, data, realm file) that borrows programs and
 * libraries from the {@link KeycloakDistribution}, so that the tests never touch the data of the local run.
 */
final class KeycloakServer implements AutoCloseable {

    private static final Path REALM = Path.of("keycloak", "qipan-realm.json").toAbsolutePath();
    private static final Path THEMES = Path.of("keycloak", "themes").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path folder;
    private final int port;
    private final int managementPort = LocalFiles.freePort();
    private final Process process;

    /** What to remember once the import is done, so that an interrupted one is repeated. */
    private @Nullable String imported;

    private KeycloakServer(Path folder, int port, Map<String, String> settings, String... options) {
        this(folder, port, "http://localhost:" + port, settings, options);
    }

    private KeycloakServer(Path folder, int port, String hostname, Map<String, String> settings, String... options) {
        this.folder = folder;
        this.port = port;
        List<String> command = new ArrayList<>();
        // A session of its own keeps the terminal's Ctrl-C away from it until the application has stopped.
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.addAll(List.of(
                folder.resolve("bin/kc.sh").toString(),
                "start",
                "--optimized",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + managementPort,
                "--hostname=" + hostname));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log().toFile());
        builder.environment().putAll(settings);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("KC_LOG_LEVEL", "INFO,io.smallrye.health:ERROR");
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx512m");
        // A server for one developer: ready soon matters more than fast later.
        builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        try {
            process = builder.start();
            Files.writeString(folder.resolve("pid"), Long.toString(process.pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Keeps its data; imports the realm again only when the realm file or its settings have changed. Started when this returns, usable
     * after {@link #await}.
     */
    static KeycloakServer durable(Path distribution, Path folder, int port, Map<String, String> settings) {
        try {
            prepare(distribution, folder);
            byte[] state = new TreeMap<>(settings).toString().getBytes(StandardCharsets.UTF_8);
            String hash = LocalFiles.hash(
                    Files.readAllBytes(REALM), state, distribution.toString().getBytes(StandardCharsets.UTF_8));
            Path imported = folder.resolve("imported");
            if (Files.exists(imported) && Files.readString(imported).equals(hash)) {
                return new KeycloakServer(folder, port, settings);
            }
            LocalRun.say("Keycloak: importing the realm with its demo accounts …");
            Files.deleteIfExists(imported);
            LocalFiles.delete(folder.resolve("data/h2"));
            var server = new KeycloakServer(folder, port, settings, "--import-realm");
            server.imported = hash;
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps nothing. */
    static KeycloakServer passing(Path distribution, Path folder, int port, Map<String, String> settings) {
        var server = behind(distribution, folder, port, "http://localhost:" + port, settings);
        server.await();
        return server;
    }

    /** Keeps nothing; browsers reach it under an address that is not its own. Usable after {@link #await}. */
    static KeycloakServer behind(
            Path distribution, Path folder, int port, String address, Map<String, String> settings) {
        try {
            LocalFiles.delete(folder);
            prepare(distribution, folder);
            return new KeycloakServer(
                    folder,
                    port,
                    address,
                    settings,
                    "--import-realm",
                    "--db-url=jdbc:h2:mem:keycloak;DB_CLOSE_DELAY=-1;NON_KEYWORDS=VALUE");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://localhost:" + port;
    }

    int managementPort() {
        return managementPort;
    }

    /** Of {@code kc.sh}, which hands a request to end on to Java. */
    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** {@code kc.sh} stays as a shell around Java, so both have to end: the children first. */
    @Override
    public void close() {
        end(process.toHandle());
    }

    private Path log() {
        return folder.resolve("keycloak.log");
    }

    /** Returns when people can sign in. */
    void await() {
        var health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        HttpClient client = HttpClient.newHttpClient();
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
                if (ready(client, health)) {
                    rememberImport();
                    return;
                }
                if (System.nanoTime() > end) {
                    close();
                    throw new LocalProblem("Keycloak was not ready after 4 minutes.", "See " + log() + ".");
                }
            }
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        throw new LocalProblem(
                "Keycloak ended while it started.",
                "See " + log() + ". Deleting " + folder + " makes the next run set it up anew.");
    }

    private void rememberImport() {
        try {
            if (imported != null) {
                Files.writeString(folder.resolve("imported"), imported);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ready(HttpClient client, HttpRequest health) throws InterruptedException {
        try {
            return client.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static void prepare(Path distribution, Path folder) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(folder.resolve("providers"));
        Files.createDirectories(folder.resolve("data/import"));
        // kc.sh looks for its home beside the real place of the script, so the script is copied and only the libraries
        // are linked.
        Files.copy(
                distribution.resolve("bin/kc.sh"),
                folder.resolve("bin/kc.sh"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        link(folder.resolve("lib"), distribution.resolve("lib"));
        link(folder.resolve("conf"), distribution.resolve("conf"));
        link(folder.resolve("themes"), THEMES);
        // Compressed copies of the themes; they would outlive a change of the theme.
        LocalFiles.delete(folder.resolve("data/tmp"));
        Files.copy(REALM, folder.resolve("data/import/qipan-realm.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void link(Path link, Path target) throws IOException {
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            Files.delete(link);
        }
        Files.createSymbolicLink(link, target);
    }

    /** After a crash of the application its Keycloak still runs, in a session of its own, and holds the port. */
    static void stopLeftover(Path folder) throws IOException {
        Path file = folder.resolve("pid");
        if (Files.notExists(file)) {
            return;
        }
        var leftover = ProcessHandle.of(Long.parseLong(Files.readString(file)))
                .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()));
        if (leftover.isPresent()) {
            LocalRun.say("The Keycloak of a run that crashed is still there: stopping it …");
            end(leftover.get());
        }
        Files.delete(file);
    }

    private static void end(ProcessHandle shell) {
        List<ProcessHandle> all =
                Stream.concat(shell.descendants(), Stream.of(shell)).toList();
        all.forEach(ProcessHandle::destroy);
        for (ProcessHandle one : all) {
            try {
                one.onExit().orTimeout(20, TimeUnit.SECONDS).join();
            } catch (CompletionException e) {
                one.destroyForcibly();
            }
        }
    }
}
