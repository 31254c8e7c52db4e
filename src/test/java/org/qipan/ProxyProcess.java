package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** HAProxy with the configuration of this project. The build goes on without it; {@code apt-get install haproxy} brings it. */
final class ProxyProcess implements AutoCloseable {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/sbin/haproxy"), Path.of("/usr/local/sbin/haproxy"), Path.of("/opt/homebrew/bin/haproxy"));
    private static final Path CONFIGURATION = Path.of("src/main/docker/proxy/haproxy.cfg");

    final int healthPort = LocalFiles.freePort();
    private final Path log;
    private final Process process;

    ProxyProcess(Path folder, Map<String, String> settings) {
        log = folder.resolve("proxy.log");
        var builder = new ProcessBuilder(place().toString(), "-db", "-f", CONFIGURATION.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        builder.environment().put("QIPAN_PROXY_HEALTH", "127.0.0.1:" + healthPort);
        try {
            process = builder.start();
            Afterwards.run("kill -9 \"$1\"", Long.toString(process.pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean installed() {
        return PLACES.stream().anyMatch(Files::isExecutable);
    }

    private static Path place() {
        return PLACES.stream().filter(Files::isExecutable).findFirst().orElseThrow();
    }

    void await() {
        Awaitility.await("HAProxy, see " + log)
                .atMost(Duration.ofSeconds(20))
                .failFast(() -> !process.isAlive())
                .untilAsserted(() -> assertThat(LocalFiles.free(healthPort)).isFalse());
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
