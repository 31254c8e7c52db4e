package org.qipan.vault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys are and how they are used.
 *
 * @param keys file with the versions of the master key, see {@link MasterKeys}
 * @param algorithm for what is sealed from now on; what is there names its own
 * @param rotate whether to bring every key of a case to the newest version when this node starts: {@link RotationAtStart}
 */
@ConfigurationProperties("qipan.vault")
record VaultProperties(
        @Nullable Path keys,
        @DefaultValue("aes") Algorithm algorithm,
        @DefaultValue("false") boolean rotate) {}
