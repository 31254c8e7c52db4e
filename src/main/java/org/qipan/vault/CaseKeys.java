package org.qipan.vault;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The key of each case, sealed by the master key. Where it is destroyed, nothing else needs to be. */
@Component
class CaseKeys {

    private final JdbcClient jdbc;
    private final DatabaseRole role;
    private final MasterKeys master;
    private final Clock clock;

    CaseKeys(JdbcClient jdbc, DatabaseRole role, MasterKeys master, Clock clock) {
        this.jdbc = jdbc;
        this.role = role;
        this.master = master;
        this.clock = clock;
    }

    static String place(UUID caseId) {
        return "key of " + caseId;
    }

    /** Made on first use. @throws IllegalStateException if the case was shredded */
    byte[] of(UUID caseId) {
        return made(caseId).orElseThrow(() -> new IllegalStateException("Shredded, nothing can be added: " + caseId));
    }

    /** Made on first use; empty if the case was shredded. */
    Optional<byte[]> made(UUID caseId) {
        byte[] made = Algorithm.random(Algorithm.KEY_BYTES);
        return add(caseId, master.wrap(made, place(caseId))) ? Optional.of(made) : existing(caseId);
    }

    byte[] unwrap(UUID caseId, Wrapped wrapped) {
        return master.unwrap(wrapped, place(caseId));
    }

    void shred(UUID caseId) {
        role.keeper(() -> jdbc.sql("""
                        update petition_identity.case_key
                        set wrapped = null, key_nonce = null, shredded = :now where case_id = :case and shredded is null
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("case", caseId)
                .update());
    }

    private boolean add(UUID caseId, Wrapped wrapped) {
        return jdbc.sql("""
                        insert into petition_identity.case_key (case_id, key_version, key_algorithm, key_nonce, wrapped)
                        values (:case, :version, :algorithm, :nonce, :wrapped) on conflict do nothing
                        """)
                        .param("case", caseId)
                        .param("version", wrapped.version())
                        .param("algorithm", wrapped.sealed().algorithm().name())
                        .param("nonce", wrapped.sealed().nonce())
                        .param("wrapped", wrapped.sealed().content())
                        .update()
                == 1;
    }

    /** Empty if there is none, or it was destroyed. */
    Optional<byte[]> existing(UUID caseId) {
        return role.reader(() -> jdbc.sql("""
                        select key_version, key_algorithm, key_nonce, wrapped
                        from petition_identity.case_key where case_id = :case and shredded is null
                        """)
                        .param("case", caseId)
                        .query((row, n) -> Wrapped.of(row))
                        .optional())
                .map(wrapped -> unwrap(caseId, wrapped));
    }
}
