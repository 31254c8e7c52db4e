package org.qipan.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** E-mail by SMTP. The number of the message is its Message-ID: a mail server that gets it twice can tell. */
final class MailServer implements Channel {

    private final JavaMailSenderImpl server = new JavaMailSenderImpl();
    private final String from;

    MailServer(ChannelProperties.Mail mail) {
        if (mail.from().isBlank()) {
            throw new IllegalArgumentException("qipan.notice.mail.from is missing");
        }
        from = mail.from();
        server.setHost(mail.host());
        server.setPort(mail.port());
        server.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties settings = server.getJavaMailProperties();
        settings.put("mail.smtp.connectiontimeout", "3000");
        settings.put("mail.smtp.timeout", "5000");
        settings.put("mail.smtp.writetimeout", "5000");
        if (mail.tls()) {
            settings.put("mail.smtp.starttls.enable", "true");
            settings.put("mail.smtp.starttls.required", "true");
            settings.put("mail.smtp.ssl.checkserveridentity", "true");
        }
        if (!mail.user().isBlank()) {
            settings.put("mail.smtp.auth", "true");
            server.setUsername(mail.user());
            server.setPassword(mail.key());
        }
    }

    @Override
    public String code() {
        return "mail";
    }

    @Override
    public void send(Letter letter) throws SendFailed {
        try {
            MimeMessage message = server.createMimeMessage();
            MimeMessageHelper parts = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            parts.setFrom(from);
            parts.setTo(letter.to());
            parts.setSubject(letter.title());
            parts.setText(letter.text());
            message.setHeader("Message-ID", "<" + letter.id() + "@qipan>");
            message.setHeader("Auto-Submitted", "auto-generated");
            server.send(message);
        } catch (MailAuthenticationException e) {
            throw SendFailed.now("signature");
        } catch (MailSendException e) {
            throw refused(e) ? SendFailed.forGood("refused") : SendFailed.now("unreachable");
        } catch (MailParseException | MessagingException e) {
            throw SendFailed.forGood("refused");
        } catch (MailException e) {
            throw SendFailed.now("unreachable");
        }
    }

    /** The server answered and does not want this address. */
    private static boolean refused(MailSendException failure) {
        return failure.getFailedMessages().values().stream().anyMatch(SendFailedException.class::isInstance);
    }
}
