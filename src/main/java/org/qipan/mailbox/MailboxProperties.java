package org.qipan.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox that is read; without a host there is none.
 *
 * @param security {@code tls} from the first byte, {@code starttls}, or {@code none} for a server on this machine
 * @param passwordFile a file with the password instead of it
 * @param desk code of the unit whose complaint officers get the mails
 * @param keep how long what was set aside is kept
 */
@ConfigurationProperties("qipan.mailbox")
record MailboxProperties(
        @DefaultValue("") String host,
        @DefaultValue("993") int port,
        @DefaultValue("tls") String security,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String passwordFile,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("") String desk,
        @DefaultValue("1m") Duration every,
        @DefaultValue("30d") Duration keep) {

    MailboxProperties {
        if (!host.isBlank() && desk.isBlank()) {
            throw new IllegalArgumentException("qipan.mailbox.desk is missing");
        }
        if (!Set.of("tls", "starttls", "none").contains(security)) {
            throw new IllegalArgumentException("qipan.mailbox.security is tls or starttls");
        }
        if ("none".equals(security)
                && !host.isBlank()
                && !Set.of("127.0.0.1", "localhost").contains(host)) {
            throw new IllegalArgumentException("qipan.mailbox.security=none is for this machine only");
        }
    }

    boolean off() {
        return host.isBlank();
    }

    /** What progress is kept under. */
    String name() {
        return user + "@" + host + "/" + folder;
    }

    String protocol() {
        return "tls".equals(security) ? "imaps" : "imap";
    }

    String key() {
        if (passwordFile.isBlank()) {
            return password;
        }
        try {
            return Files.readString(Path.of(passwordFile)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings of the connection: bounded waits, and a server that proves who it is. */
    Properties connection() {
        var settings = new Properties();
        String prefix = "mail." + protocol() + ".";
        settings.put(prefix + "connectiontimeout", "5000");
        settings.put(prefix + "timeout", "20000");
        settings.put(prefix + "writetimeout", "10000");
        settings.put(prefix + "peek", "true");
        settings.put(prefix + "ssl.checkserveridentity", "true");
        if ("starttls".equals(security)) {
            settings.put(prefix + "starttls.enable", "true");
            settings.put(prefix + "starttls.required", "true");
        }
        return settings;
    }

    @Override
    public String toString() {
        return "Mailbox[" + host + "]";
    }
}
