package org.qipan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/** Key files of the vault for tests and for the local run. Contexts of tests that name none share one that lasts as long as the build. */
public final class KeyFile implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String SETTING = "qipan.vault.keys";

    /** The file in this folder, made with a first version if there is none: a local run keeps what it sealed. */
    public static Path in(Path folder) {
        Path file = folder.resolve("vault.keys");
        try {
            Files.createDirectories(folder);
            Files.writeString(file, line(1), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** A new version of the master key as the file has it. */
    public static String line(int version) {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return version + " " + Base64.getEncoder().encodeToString(key) + "\n";
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (!StringUtils.hasText(environment.getProperty(SETTING))) {
            environment.getPropertySources().addFirst(new MapPropertySource("key file", Map.of(SETTING, Shared.FILE)));
        }
    }

    private static final class Shared {

        static final String FILE = make().toString();

        private static Path make() {
            try {
                Path file = in(Files.createTempDirectory("qipan-vault-"));
                file.toFile().deleteOnExit();
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
