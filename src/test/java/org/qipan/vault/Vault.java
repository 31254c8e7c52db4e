package org.qipan.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.qipan.DatabaseScript;
import org.qipan.SettableClock;
import org.qipan.TestDatabase;
import org.qipan.audit.TestAudit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The vault on a database: one of the tests, or one as an installation has it, with the roles of its script. */
final class Vault {

    private static final String PREFIX = "vault_test_";
    private static final Path SCRIPT = Path.of("src/main/docker/postgres/databases.sql");

    final JdbcClient jdbc;
    final SettableClock clock = new SettableClock("2026-11-22T02:00:00Z");
    final DataSourceTransactionManager transactions;
    private final TransactionTemplate transaction;

    Vault(DataSource source) {
        jdbc = JdbcClient.create(source);
        transactions = new DataSourceTransactionManager(source);
        transaction = new TransactionTemplate(transactions);
    }

    /**
     * A new database, made and migrated as in an installation.
     *
     * @param administrator of the server, in that database
     * @param user the role of the nodes
     */
    record Installed(PGSimpleDataSource administrator, String user) {

        /** As the nodes use it. */
        Vault vault() {
            var node = new PGSimpleDataSource();
            node.setUrl(administrator.getUrl());
            node.setUser(user);
            node.setPassword("node");
            return new Vault(node);
        }
    }

    /** @param name of its own: roles and databases belong to the server, which other tests use too */
    static Installed installed(String name) {
        String user = PREFIX + name + "_qipan";
        try {
            var server = TestDatabase.fresh().unwrap(PGSimpleDataSource.class);
            DatabaseScript.run(
                    server,
                    renamed(PREFIX + name + "_"),
                    Map.of(
                            "QIPAN_MIGRATION_PASSWORD", "owner",
                            "QIPAN_DATABASE_PASSWORD", "node",
                            "QIPAN_KEYCLOAK_DATABASE_PASSWORD", "keycloak"));
            server.setDatabaseName(user);
            Flyway.configure()
                    .dataSource(server.getUrl(), user + "_owner", "owner")
                    .load()
                    .migrate();
            return new Installed(server, user);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path renamed(String prefix) throws IOException {
        String script = Files.readString(SCRIPT).replaceAll("\\b(qipan|keycloak)(_owner)?\\b", prefix + "$1$2");
        return Files.writeString(Files.createTempFile("databases", ".sql"), script);
    }

    <T> T in(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    void run(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    /** A node that has just started. */
    Node node(Algorithm algorithm, Path keys) {
        return new Node(this, new VaultProperties(keys, algorithm, false));
    }

    static Path keys(Path folder, String... lines) {
        try {
            return Files.writeString(folder.resolve("keys"), String.join("", lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static final class Node {

        final Safe safe;
        final Keys keys;
        final Rotation rotation;

        private Node(Vault vault, VaultProperties settings) {
            var master = new MasterKeys(settings);
            var role = new DatabaseRole(vault.jdbc);
            var root = new RootSecret(vault.jdbc, role, master, vault.transactions);
            root.afterSingletonsInstantiated();
            keys = root;
            safe = new CaseSafe(vault.jdbc, role, new CaseKeys(vault.jdbc, role, master, vault.clock), root, settings);
            rotation = new Rotation(
                    vault.jdbc, role, master, TestAudit.audit(vault.jdbc, vault.clock), vault.transactions);
        }
    }
}
