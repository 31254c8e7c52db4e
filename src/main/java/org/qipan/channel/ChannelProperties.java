package org.qipan.channel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The ways out of this installation; a blank address means there is no such way. None is configured by default.
 *
 * @param file file to which each message is appended as a line of JSON, for places without a network
 */
@ConfigurationProperties("qipan.notice")
record ChannelProperties(
        @Nullable Gateway sms,
        @Nullable Gateway chat,
        @Nullable Mail mail,
        @DefaultValue("") String file) {

    /**
     * An HTTP address that takes signed messages.
     *
     * @param secret key of the signature, at least 16 characters; {@code secretFile} is a file with it instead
     */
    record Gateway(
            @DefaultValue("") String url,
            @DefaultValue("") String secret,
            @DefaultValue("") String secretFile) {

        byte[] key() {
            byte[] key = secretOf(secret, secretFile).getBytes(StandardCharsets.UTF_8);
            if (key.length < 16) {
                throw new IllegalArgumentException(
                        "The secret of a gateway of qipan.notice has at least 16 characters");
            }
            return key;
        }

        @Override
        public String toString() {
            return "Gateway[" + url + "]";
        }
    }

    /**
     * A mail server.
     *
     * @param tls whether the connection must be encrypted (STARTTLS); false for a relay on this machine only
     */
    record Mail(
            @DefaultValue("") String host,
            @DefaultValue("587") int port,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("") String passwordFile,
            @DefaultValue("") String from,
            @DefaultValue("true") boolean tls) {

        String key() {
            return secretOf(password, passwordFile);
        }

        @Override
        public String toString() {
            return "Mail[" + host + "]";
        }
    }

    private static String secretOf(String value, String file) {
        if (file.isBlank()) {
            return value.strip();
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
