package org.qipan.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;

/** The hash of a link: SHA-256 over the hash before it and the record as JSON with sorted keys. */
final class ChainHash {

    private static final int BYTES = 32;

    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private ChainHash() {}

    /** What stands before the first link. */
    static byte[] genesis() {
        return new byte[BYTES];
    }

    static byte[] of(long seq, byte[] previous, AuditEntry entry) {
        MessageDigest sha256 = Fingerprint.sha256();
        sha256.update(previous);
        return sha256.digest(canonical(seq, entry).getBytes(StandardCharsets.UTF_8));
    }

    static String canonical(long seq, AuditEntry entry) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("seq", seq);
        fields.put("id", entry.id());
        fields.put("at", entry.at().toString());
        fields.put("actor", entry.actor() == null ? "" : entry.actor().toString());
        fields.put("post", entry.post());
        fields.put("action", entry.action());
        fields.put("objectKind", entry.objectKind());
        fields.put("objectId", entry.objectId());
        try {
            fields.put("detail", CANONICAL.readValue(entry.detail(), Object.class));
            return CANONICAL.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Audit record " + entry.id() + " holds no JSON", e);
        }
    }
}
