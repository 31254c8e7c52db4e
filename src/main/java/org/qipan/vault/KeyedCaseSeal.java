package org.qipan.vault;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps algorithm, nonce and content behind the mark, in characters every column of text takes. */
@Service
class KeyedCaseSeal implements CaseSeal {

    private final CaseKeys caseKeys;
    private final Seal installation;
    private final Algorithm algorithm;

    KeyedCaseSeal(CaseKeys caseKeys, Seal installation, VaultProperties settings) {
        this.caseKeys = caseKeys;
        this.installation = installation;
        algorithm = settings.algorithm();
    }

    @Override
    @Transactional
    public String seal(UUID caseId, String text) {
        Optional<byte[]> key = caseKeys.made(caseId);
        if (key.isEmpty()) {
            return lasting(caseId, text);
        }
        Sealed sealed = algorithm.seal(key.get(), place(caseId), text.getBytes(StandardCharsets.UTF_8));
        return MARK + sealed.algorithm().name() + ':' + base64(sealed.nonce()) + ':' + base64(sealed.content());
    }

    @Override
    public String lasting(UUID caseId, String text) {
        return LASTING + base64(installation.seal(place(caseId), text));
    }

    // Not the interface's own: a transaction does not begin in that.
    @Override
    @Transactional
    public String open(UUID caseId, String stored) {
        return open(caseId, List.of(stored)).getOrDefault(stored, "");
    }

    @Override
    @Transactional
    public Map<String, String> open(UUID caseId, Collection<String> stored) {
        Map<String, String> texts = new HashMap<>();
        List<String> keyed =
                stored.stream().filter(one -> one.charAt(0) == MARK).distinct().toList();
        if (!keyed.isEmpty()) {
            caseKeys.existing(caseId)
                    .ifPresent(key -> keyed.forEach(one -> texts.put(
                            one,
                            new String(
                                    Algorithm.open(key, place(caseId), parts(one, caseId)), StandardCharsets.UTF_8))));
        }
        stored.stream()
                .filter(one -> one.charAt(0) == LASTING)
                .forEach(one -> texts.put(one, installation.open(place(caseId), bytes(one.substring(1), caseId))));
        return texts;
    }

    private static Sealed parts(String stored, UUID caseId) {
        String[] parts = stored.substring(1).split(":", -1);
        if (parts.length != 3) {
            throw new SealBroken(place(caseId));
        }
        return new Sealed(Algorithm.named(parts[0]), bytes(parts[1], caseId), bytes(parts[2], caseId));
    }

    private static byte[] bytes(String text, UUID caseId) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new SealBroken(place(caseId));
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String place(UUID caseId) {
        return "written about " + caseId;
    }
}
