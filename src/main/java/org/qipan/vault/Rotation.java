package org.qipan.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.audit.Actor;
import org.qipan.audit.Audit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger log = LoggerFactory.getLogger(Rotation.class);

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

    /** @param left keys that do not open and stay as they are: somebody changed them, or a version is missing in the key file */
    record Done(long keys, long left) {}

    Done run() {
        long keys = transaction.execute(status -> root()) == Boolean.TRUE ? 1 : 0;
        long left = 0;
        UUID last = new UUID(0, 0);
        List<CaseKey> page = page(last);
        while (!page.isEmpty()) {
            long broken = page.stream().filter(key -> key.anew() == null).count();
            keys += page.size() - broken;
            left += broken;
            last = page.get(page.size() - 1).caseId();
            page = page(last);
        }
        Done done = new Done(keys, left);
        transaction.executeWithoutResult(status -> audit.record(
                Actor.system(),
                "vault.audit.rotated",
                "master-key",
                String.valueOf(master.newest()),
                Map.of("keys", done.keys(), "left", done.left())));
        return done;
    }

    private boolean root() {
        return role.keeper(() -> jdbc.sql("""
                        select key_version, key_algorithm, key_nonce, wrapped from petition_identity.root_secret
                        where key_version < :newest for update
                        """)
                .param("newest", master.newest())
                .query((row, n) -> again(Wrapped.of(row), RootSecret.PLACE))
                .optional()
                .map(anew -> update("petition_identity.root_secret", "single", null, anew) == 1)
                .orElse(false));
    }

    private List<CaseKey> page(UUID last) {
        List<CaseKey> page = transaction.execute(status -> role.keeper(() -> {
            List<CaseKey> old = jdbc.sql("""
                            select case_id, key_version, key_algorithm, key_nonce, wrapped from petition_identity.case_key
                            where key_version < :newest and shredded is null and case_id > :last
                            order by case_id limit :page for update
                            """)
                    .param("newest", master.newest())
                    .param("last", last)
                    .param("page", PAGE)
                    .query((row, n) -> caseKey(row))
                    .list();
            for (CaseKey key : old) {
                if (key.anew() != null) {
                    update("petition_identity.case_key", "case_id = :case", key.caseId(), key.anew());
                }
            }
            return old;
        }));
        return page == null ? List.of() : page;
    }

    /** One key that does not open must not keep the others from being renewed. */
    private CaseKey caseKey(ResultSet row) throws SQLException {
        UUID caseId = row.getObject("case_id", UUID.class);
        try {
            return new CaseKey(caseId, again(Wrapped.of(row), CaseKeys.place(caseId)));
        } catch (SealBroken e) {
            log.error("The key of case {} stays as it is", caseId, e);
            return new CaseKey(caseId, null);
        }
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

    /** @param anew the key under the newest version, null if it does not open */
    private record CaseKey(UUID caseId, @Nullable Wrapped anew) {}
}
