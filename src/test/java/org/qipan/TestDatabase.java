package org.qipan;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Real PostgreSQL for tests: one cluster a build, migrated once into a template, a database of its own for every context or class that
 * asks. Spring tests import {@link Connection}; plain tests call {@link #fresh}.
 */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String TEMPLATE = "qipan_template";

    private TestDatabase() {}

    /** A new database with every migration applied and no rows but those the migrations make. */
    public static DataSource fresh() {
        return Cluster.POSTGRES.getDatabase("postgres", create());
    }

    private static String create() {
        String name = "qipan_" + NUMBER.incrementAndGet();
        execute("create database " + name + " template " + TEMPLATE);
        return name;
    }

    private static void execute(String sql) {
        try (var connection = Cluster.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Points a Spring context at a database of its own. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Connection {

        @Bean
        JdbcConnectionDetails connectionDetails() {
            String name = create();
            return new JdbcConnectionDetails() {
                @Override
                public String getUsername() {
                    return "postgres";
                }

                @Override
                public String getPassword() {
                    return "postgres";
                }

                @Override
                public String getJdbcUrl() {
                    return Cluster.POSTGRES.getJdbcUrl("postgres", name);
                }
            };
        }
    }

    private static final class Cluster {

        /** Tests need no disk; what is measured shall wait for it as in production, with memory as on a server. */
        private static final boolean MEASURED = Boolean.getBoolean("qipan.test.durable");

        private static final String DURABLE = MEASURED ? "on" : "off";

        private static final String STOP = "kill -INT \"$1\"; while kill -0 \"$1\"; do sleep 0.2; done; rm -rf \"$2\"";

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                Path data = Files.createTempDirectory("qipan-postgres-");
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setRegisterShutdownHook(false)
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("fsync", DURABLE)
                        .setServerConfig("synchronous_commit", DURABLE)
                        .setServerConfig("shared_buffers", MEASURED ? "2GB" : "128MB")
                        .setServerConfig("max_wal_size", MEASURED ? "8GB" : "1GB")
                        .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                        .setServerConfig("timezone", "Asia/Shanghai")
                        .setLocaleConfig("locale", "C.UTF-8")
                        .start();
                String pid = Files.readAllLines(data.resolve("postmaster.pid"))
                        .get(0)
                        .strip();
                // Its files are many: removing them would keep the build waiting.
                Afterwards.run(STOP, pid, data.toString());
                try (var connection = postgres.getPostgresDatabase().getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("create database " + TEMPLATE);
                }
                Flyway.configure()
                        .dataSource(postgres.getDatabase("postgres", TEMPLATE))
                        .load()
                        .migrate();
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
