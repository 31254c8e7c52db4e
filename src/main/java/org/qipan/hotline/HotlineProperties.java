package org.qipan.hotline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The systems that may hand matters over. A client of the realm that does not stand here with a desk may nothing. */
@ConfigurationProperties("qipan.hotline")
record HotlineProperties(@DefaultValue List<Client> clients) {

    private static final int SECRET = 16;

    /**
     * One system.
     *
     * @param id of the client in the realm
     * @param desk code of the unit whose area its matters are of, empty if it is not bound
     * @param callbackUrl where changes are told, empty for nowhere
     * @param callbackSecret key of the signature, at least 16 characters; {@code callbackSecretFile} is a file with it instead
     */
    record Client(
            @DefaultValue("") String id,
            @DefaultValue("") String desk,
            @DefaultValue("") String callbackUrl,
            @DefaultValue("") String callbackSecret,
            @DefaultValue("") String callbackSecretFile) {

        byte[] key() {
            byte[] key = secret().getBytes(StandardCharsets.UTF_8);
            if (key.length < SECRET) {
                throw new IllegalArgumentException("The secret of a call-back has at least 16 characters");
            }
            return key;
        }

        private String secret() {
            if (callbackSecretFile.isBlank()) {
                return callbackSecret.strip();
            }
            try {
                return Files.readString(Path.of(callbackSecretFile)).strip();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return "Client[" + id + " " + desk + "]";
        }
    }

    /** A system that is bound to a desk. */
    Optional<Client> bound(String id) {
        return clients.stream()
                .filter(client -> client.id().equals(id) && !client.desk().isBlank())
                .findFirst();
    }
}
