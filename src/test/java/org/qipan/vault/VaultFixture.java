package org.qipan.vault;

import java.io.IOException;
import java.nio.file.Files;
import org.qipan.KeyFile;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The safe and its keys as they are wired, with a key file of their own. */
@Import({MasterKeys.class, DatabaseRole.class, CaseKeys.class, RootSecret.class, CaseSafe.class})
public class VaultFixture {

    @Bean
    VaultProperties vaultProperties() throws IOException {
        return new VaultProperties(KeyFile.in(Files.createTempDirectory("qipan-vault-")), Algorithm.AES, false);
    }
}
