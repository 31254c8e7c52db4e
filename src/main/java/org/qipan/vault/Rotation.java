package org.qipan.vault;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.audit.Actor;
import org.qipan.audit.Audit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings every key to the newest version of the master key; the texts stay as they are. Afterwards older versions may leave the key file.
 * People work on meanwhile, and a rotation that was interrupted is simply started again.
 */
@Service
class Rotation {

    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final DatabaseRole role;
    private final MasterKeys master;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Rotation(
            JdbcClient jdbc,
            DatabaseRole role,
            MasterKeys master,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.role = role;
        this.master = master;
        this.audit = audit;
        transaction = new TransactionTemplate(transactions);
    }

    /** @return keys that were sealed anew */
    long run() {
        long done = count(transaction.execute(status -> root()));
        long page;
        do {
            page = count(transaction.execute(status -> page()));
            done += page;
        } while (page > 0);
        long all = done;
        transaction.executeWithoutResult(status -> audit.record(
                Actor.system(),
                "vault.audit.rotated",
                "master-key",
                String.valueOf(master.newest()),
                Map.of("keys", all)));
        return done;
    }

    private static long count(@Nullable Integer rows) {
        return rows == null ? 0 : rows;
    }

    private int root() {
        return role.keeper(() -> jdbc.sql("""
                        select key_version, key_algorithm, key_nonce, wrapped from petition_identity.root_secret
                        where key_version < :newest for update
                        """)
                .param("newest", master.newest())
                .query((row, n) -> Wrapped.of(row))
                .optional()
                .map(old -> update("petition_identity.root_secret", "true", null, again(old, RootSecret.PLACE)))
                .orElse(0));
    }

    private int page() {
        return role.keeper(() -> {
            List<CaseKey> old = jdbc.sql("""
                            select case_id, key_version, key_algorithm, key_nonce, wrapped from petition_identity.case_key
                            where key_version < :newest and shredded is null order by case_id limit :page for update
                            """)
                    .param("newest", master.newest())
                    .param("page", PAGE)
                    .query((row, n) -> new CaseKey(row.getObject("case_id", UUID.class), Wrapped.of(row)))
                    .list();
            old.forEach(key -> update(
                    "petition_identity.case_key",
                    "case_id = :case",
                    key.caseId(),
                    again(key.wrapped(), CaseKeys.place(key.caseId()))));
            return old.size();
        });
    }

    private Wrapped again(Wrapped old, String place) {
        return master.wrap(master.unwrap(old, place), place);
    }

    private int update(String table, String where, @Nullable UUID caseId, Wrapped wrapped) {
        return jdbc.sql("update " + table
                        + " set key_version = :version, key_algorithm = :algorithm, key_nonce = :nonce,"
                        + " wrapped = :wrapped where " + where)
                .param("case", caseId)
                .param("version", wrapped.version())
                .param("algorithm", wrapped.sealed().algorithm().name())
                .param("nonce", wrapped.sealed().nonce())
                .param("wrapped", wrapped.sealed().content())
                .update();
    }

    private record CaseKey(UUID caseId, Wrapped wrapped) {}
}
