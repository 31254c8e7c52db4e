package org.qipan.vault;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The real seal, with a secret that is none. */
public final class TestSeal {

    private TestSeal() {}

    /** As the real one, without keys of cases: nothing is ever destroyed. */
    public static CaseSeal cases() {
        Seal seal = made();
        return new CaseSeal() {
            @Override
            public String seal(UUID caseId, String text) {
                return lasting(caseId, text);
            }

            @Override
            public String lasting(UUID caseId, String text) {
                return LASTING + Base64.getEncoder().encodeToString(seal.seal(caseId.toString(), text));
            }

            @Override
            public String open(UUID caseId, String stored) {
                return open(caseId, List.of(stored)).getOrDefault(stored, "");
            }

            @Override
            public Map<String, String> open(UUID caseId, Collection<String> stored) {
                return stored.stream()
                        .distinct()
                        .collect(Collectors.toMap(
                                one -> one,
                                one -> seal.open(
                                        caseId.toString(), Base64.getDecoder().decode(one.substring(1)))));
            }
        };
    }

    public static Seal made() {
        return new RootSeal(
                purpose -> Algorithm.derived(new byte[Algorithm.KEY_BYTES], purpose),
                new VaultProperties(Path.of("none"), Algorithm.AES, false));
    }
}
