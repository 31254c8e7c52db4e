package org.qipan.vault;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The safe in schema {@code petition_identity}. */
@Service
class CaseSafe implements Safe {

    private static final Pattern FIELD = Pattern.compile("[a-z0-9-]{1,50}");

    private final JdbcClient jdbc;
    private final DatabaseRole role;
    private final CaseKeys caseKeys;
    private final Keys keys;
    private final Algorithm algorithm;

    CaseSafe(JdbcClient jdbc, DatabaseRole role, CaseKeys caseKeys, Keys keys, VaultProperties settings) {
        this.jdbc = jdbc;
        this.role = role;
        this.caseKeys = caseKeys;
        this.keys = keys;
        this.algorithm = settings.algorithm();
    }

    @Override
    @Transactional
    public void put(UUID caseId, Map<String, String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        if (!texts.keySet().stream().allMatch(field -> FIELD.matcher(field).matches())) {
            throw new IllegalArgumentException("Not a name of a field");
        }
        byte[] key = caseKeys.of(caseId);
        List<Sealed> sealed = texts.entrySet().stream()
                .map(text -> algorithm.seal(
                        key, place(caseId, text.getKey()), text.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList();
        jdbc.sql("""
                        insert into petition_identity.sealed_text (case_id, field, algorithm, nonce, content)
                        select :case, field, :algorithm, nonce, content from unnest(:fields, :nonces, :contents) s(field, nonce, content)
                        """)
                .param("case", caseId)
                .param("algorithm", algorithm.name())
                .param("fields", texts.keySet().toArray(String[]::new))
                .param("nonces", sealed.stream().map(Sealed::nonce).toArray(byte[][]::new))
                .param("contents", sealed.stream().map(Sealed::content).toArray(byte[][]::new))
                .update();
    }

    // Not the interface's own: a transaction does not begin in that.
    @Override
    @Transactional
    public Optional<String> open(UUID caseId, String field) {
        return Optional.ofNullable(open(caseId, List.of(field)).get(field));
    }

    @Override
    @Transactional
    public Map<String, String> open(UUID caseId, Collection<String> fields) {
        if (fields.isEmpty()) {
            return Map.of();
        }
        List<Found> found = role.reader(() -> jdbc.sql("""
                        select distinct on (t.field) t.field, t.algorithm, t.nonce, t.content,
                               k.key_version, k.key_algorithm, k.key_nonce, k.wrapped
                        from petition_identity.sealed_text t join petition_identity.case_key k on k.case_id = t.case_id
                        where t.case_id = :case and t.field in (:fields) and k.shredded is null
                        order by t.field, t.id desc
                        """)
                .param("case", caseId)
                .param("fields", fields)
                .query((row, n) -> new Found(
                        row.getString("field"),
                        new Sealed(
                                Algorithm.named(row.getString("algorithm")),
                                row.getBytes("nonce"),
                                row.getBytes("content")),
                        Wrapped.of(row)))
                .list());
        Map<String, String> texts = new LinkedHashMap<>();
        for (Found one : found) {
            byte[] key = caseKeys.unwrap(caseId, one.key());
            byte[] text = Algorithm.open(key, place(caseId, one.field()), one.sealed());
            texts.put(one.field(), new String(text, StandardCharsets.UTF_8));
        }
        return texts;
    }

    @Override
    @Transactional
    public void note(UUID caseId, String contact) {
        String plain = Contact.plain(contact);
        if (!plain.isEmpty()) {
            jdbc.sql("""
                            insert into petition_identity.contact_mark (mark, case_id) values (:mark, :case)
                            on conflict do nothing
                            """).param("mark", mark(plain)).param("case", caseId).update();
        }
    }

    @Override
    @Transactional
    public List<UUID> sameContact(String contact) {
        String plain = Contact.plain(contact);
        if (plain.isEmpty()) {
            return List.of();
        }
        byte[] mark = mark(plain);
        return role.reader(
                () -> jdbc.sql("select case_id from petition_identity.contact_mark where mark = :mark order by case_id")
                        .param("mark", mark)
                        .query(UUID.class)
                        .list());
    }

    @Override
    @Transactional
    public void shred(UUID caseId) {
        caseKeys.shred(caseId);
        for (String marks : List.of("contact_mark", "name_mark")) {
            role.keeper(() -> jdbc.sql("delete from petition_identity." + marks + " where case_id = :case")
                    .param("case", caseId)
                    .update());
        }
    }

    private byte[] mark(String plain) {
        return Algorithm.derived(keys.derived("contact mark"), plain);
    }

    private static String place(UUID caseId, String field) {
        return field + " of " + caseId;
    }

    private record Found(String field, Sealed sealed, Wrapped key) {}
}
