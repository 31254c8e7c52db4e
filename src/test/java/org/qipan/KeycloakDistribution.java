package org.qipan;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Keycloak unpacked and built once for the options below; shared by the local run and the tests. */
final class KeycloakDistribution {

    private static final List<String> OPTIONS = List.of(
            "--db=dev-file",
            "--health-enabled=true",
            "--features-disabled=device-flow,ciba,impersonation,kerberos,docker,organization");

    private KeycloakDistribution() {}

    /** The folder of the built Keycloak; takes half a minute the first time. */
    static Path prepare(Path home, String version) {
        Path folder = home.resolve("keycloak");
        try {
            Files.createDirectories(folder);
            // Two builds on one machine must not unpack into the same folder at the same time.
            try (var channel = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                return locked(home, folder, version);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path locked(Path home, Path folder, String version) throws IOException {
        Path archive = home.resolve("download").resolve("keycloak-quarkus-dist-" + version + ".tar.gz");
        if (Files.notExists(archive)) {
            throw new LocalProblem(
                    "Keycloak's archive is not at " + archive + ".",
                    "Start by 'mvn spring-boot:test-run': Maven fetches it. From an IDE run 'mvn generate-test-resources' once.");
        }
        String key = LocalFiles.hash(
                OPTIONS.toString().getBytes(StandardCharsets.UTF_8),
                Long.toString(Files.size(archive)).getBytes(StandardCharsets.UTF_8));
        Path unpacked = folder.resolve(version + "-" + key);
        LocalFiles.complete(unpacked, beside -> unpack(archive, beside));
        Path built = unpacked.resolve("built");
        if (Files.notExists(built)) {
            LocalRun.say("First run: building Keycloak's fast start, about half a minute …");
            build(unpacked, folder.resolve("build.log"));
            Files.createFile(built);
        }
        return unpacked;
    }

    private static void unpack(Path archive, Path folder) {
        LocalRun.say("First run: unpacking Keycloak …");
        try (var in = new GZIPInputStream(Files.newInputStream(archive), 1 << 16)) {
            LocalFiles.unpack(in, folder, 1);
        } catch (ZipException | EOFException e) {
            throw new LocalProblem(
                    "Keycloak's archive " + archive + " is damaged.",
                    "Delete it, and org/keycloak/keycloak-quarkus-dist in your Maven repository, and start again.",
                    e);
        } catch (IOException e) {
            throw new LocalProblem(
                    "Keycloak could not be unpacked to " + folder + " (" + e.getMessage() + ").",
                    "Check that the folder is yours and the disk is not full; the next run starts over.",
                    e);
        }
    }

    private static void build(Path folder, Path log) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(folder.resolve("bin/kc.sh").toString(), "build"));
        command.addAll(OPTIONS);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try {
            if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new LocalProblem("Keycloak could not be built.", "See " + log + ".");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }
}
