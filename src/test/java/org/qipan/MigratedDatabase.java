package org.qipan;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real PostgreSQL with only the named migration files in it. */
public final class MigratedDatabase implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    private MigratedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    public static MigratedDatabase with(String... files) throws IOException {
        Path folder = Files.createTempDirectory("migrations");
        for (String file : files) {
            try (InputStream in = MigratedDatabase.class.getResourceAsStream("/db/migration/" + file)) {
                Files.copy(in, folder.resolve(file));
            }
        }
        MigratedDatabase database =
                new MigratedDatabase(EmbeddedPostgres.builder().start());
        Flyway.configure()
                .dataSource(database.source())
                .locations("filesystem:" + folder)
                .load()
                .migrate();
        return database;
    }

    public DataSource source() {
        return postgres.getPostgresDatabase();
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(source());
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
