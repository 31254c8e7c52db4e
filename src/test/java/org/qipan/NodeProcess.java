package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * One node in a JVM of its own, without anything of the tests on its class path. {@code -Dqipan.test.jar=…} takes a packaged jar instead of
 * the compiled classes.
 */
final class NodeProcess {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String name;
    private final Path folder;
    private final IntFunction<Map<String, String>> settings;
    private final int port = LocalFiles.freePort();
    private final int managementPort = LocalFiles.freePort();
    private @Nullable Process process;

    /** @param settings the environment of the node, given its port */
    NodeProcess(String name, Path folder, IntFunction<Map<String, String>> settings) {
        this.name = name;
        this.folder = folder;
        this.settings = settings;
        try {
            Files.deleteIfExists(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    int managementPort() {
        return managementPort;
    }

    Path log() {
        return folder.resolve(name + ".log");
    }

    /** Its address on the machine, past the proxy. */
    String address(String path) {
        return "http://localhost:" + port + path;
    }

    /** Usable after {@link #await}. */
    void start() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                // Ready soon matters more here than fast later.
                "-XX:TieredStopAtLevel=1"));
        String jar = System.getProperty("qipan.test.jar", "");
        command.addAll(
                jar.isEmpty()
                        ? List.of("-cp", classPath(), QipanApplication.class.getName())
                        : List.of("-jar", Path.of(jar).toAbsolutePath().toString()));
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.appendTo(log().toFile()));
        builder.environment().keySet().removeIf(variable -> variable.startsWith("QIPAN_"));
        builder.environment().putAll(settings.apply(port));
        builder.environment().put("QIPAN_PORT", String.valueOf(port));
        builder.environment().put("QIPAN_MANAGEMENT_PORT", String.valueOf(managementPort));
        try {
            process = builder.start();
            Afterwards.run("kill -9 \"$1\"", Long.toString(process.pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    void await() {
        Awaitility.await("readiness of " + name + ", see " + log())
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(250))
                .failFast(() -> !Objects.requireNonNull(process).isAlive())
                .untilAsserted(() -> assertThat(health("readiness")).isEqualTo(200));
    }

    /** Status of a probe; -1 while nobody answers. */
    int health(String probe) {
        HttpResponse<String> answer = management("/actuator/health/" + probe);
        return answer == null ? -1 : answer.statusCode();
    }

    /** What the management port answers, null if nobody does. */
    @Nullable
    HttpResponse<String> management(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path))
                    .timeout(Duration.ofSeconds(15))
                    .build();
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    long pid() {
        return Objects.requireNonNull(process).pid();
    }

    /** kill -9: nothing is said, nothing is finished. */
    void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            running.onExit().join();
        }
    }
}
