package org.qipan.vault;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One random secret of the installation, sealed by the master key, from which the others are derived. It does not change when the master
 * key does: what was computed with it, such as the mark of a contact, could not be computed anew.
 */
@Component
class RootSecret implements Keys, SmartInitializingSingleton {

    static final String PLACE = "root secret";

    private final JdbcClient jdbc;
    private final DatabaseRole role;
    private final MasterKeys master;
    private final TransactionTemplate apart;
    private volatile byte @Nullable [] secret;

    RootSecret(JdbcClient jdbc, DatabaseRole role, MasterKeys master, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.role = role;
        this.master = master;
        apart = new TransactionTemplate(transactions);
        // What is kept in memory must be what is in the database, whatever becomes of the caller's transaction.
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A node with the wrong key file says so when it starts and not when somebody waits for an answer. */
    @Override
    public void afterSingletonsInstantiated() {
        try {
            secret();
        } catch (SealBroken e) {
            throw new IllegalStateException(
                    "The key file (QIPAN_VAULT_KEYS) is not that of this database: docs/operations.md, \"Keys\"", e);
        }
    }

    @Override
    public byte[] derived(String purpose) {
        return Algorithm.derived(secret(), purpose);
    }

    private byte[] secret() {
        byte[] known = secret;
        if (known == null) {
            known = apart.execute(status -> stored().orElseGet(this::made));
            if (known == null) {
                throw new SealBroken(PLACE);
            }
            secret = known;
        }
        return known;
    }

    private byte[] made() {
        Wrapped wrapped = master.wrap(Algorithm.random(Algorithm.KEY_BYTES), PLACE);
        jdbc.sql("""
                        insert into petition_identity.root_secret (key_version, key_algorithm, key_nonce, wrapped)
                        values (:version, :algorithm, :nonce, :wrapped) on conflict do nothing
                        """)
                .param("version", wrapped.version())
                .param("algorithm", wrapped.sealed().algorithm().name())
                .param("nonce", wrapped.sealed().nonce())
                .param("wrapped", wrapped.sealed().content())
                .update();
        // Another node may have been first.
        return stored().orElseThrow();
    }

    private Optional<byte[]> stored() {
        return role.reader(() -> jdbc.sql(
                                "select key_version, key_algorithm, key_nonce, wrapped from petition_identity.root_secret")
                        .query((row, n) -> Wrapped.of(row))
                        .optional())
                .map(wrapped -> master.unwrap(wrapped, PLACE));
    }
}
