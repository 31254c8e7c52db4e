package org.qipan.vault;

import java.nio.file.Path;

/** The real seal, with a secret that is none. */
public final class TestSeal {

    private TestSeal() {}

    public static Seal made() {
        return new RootSeal(
                purpose -> Algorithm.derived(new byte[Algorithm.KEY_BYTES], purpose),
                new VaultProperties(Path.of("none"), Algorithm.AES, false));
    }
}
