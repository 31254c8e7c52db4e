package org.qipan.mailbox;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.qipan.file.FileRefused;
import org.qipan.file.Files;
import org.springframework.stereotype.Component;

/** Reads what a stranger sent: bounded in every direction, HTML as plain text, files without what tells who made them. */
@Component
class MailReader {

    /** Characters of a text. */
    static final int LONGEST = 100_000;

    /** Bytes of a whole mail, as the server counts them. */
    static final int LARGEST = 20 << 20;

    private static final int LINE = 500;
    private static final int DEPTH = 10;
    private static final int PARTS = 100;
    private static final int FILES = 20;

    private static final Session SESSION = Session.getInstance(lenient());

    private final Files files;

    MailReader(Files files) {
        this.files = files;
    }

    /** @throws Unreadable if it is no mail; nothing of it is in the exception */
    Letter read(byte[] source) throws Unreadable {
        try {
            var message = new MimeMessage(SESSION, new ByteArrayInputStream(source));
            InternetAddress from = from(message);
            var found = new Found();
            walk(message, found, 0);
            String plain = found.plain.toString().strip();
            String text = plain.isEmpty() ? PlainHtml.text(found.html.toString()) : plain;
            return new Letter(
                    line(from.getPersonal()),
                    line(from.getAddress()),
                    line(decoded(message.getSubject())),
                    storable(text.length() > LONGEST ? text.substring(0, LONGEST) : text),
                    found.parts);
        } catch (MessagingException | IOException | RuntimeException e) {
            throw new Unreadable("malformed");
        }
    }

    private static final class Found {
        private final StringBuilder plain = new StringBuilder();
        private final StringBuilder html = new StringBuilder();
        private final List<Letter.Part> parts = new ArrayList<>();
        private int seen;
    }

    private static InternetAddress from(Message message) throws MessagingException, Unreadable {
        var senders = message.getFrom();
        if (senders == null || senders.length == 0 || !(senders[0] instanceof InternetAddress from)) {
            throw new Unreadable("sender");
        }
        return from;
    }

    private void walk(Part part, Found found, int depth) throws MessagingException, IOException, Unreadable {
        if (++found.seen > PARTS || depth > DEPTH) {
            throw new Unreadable("parts");
        }
        String name = name(part);
        boolean attached = name != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        if (!attached && part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                BodyPart inner = multipart.getBodyPart(i);
                walk(inner, found, depth + 1);
            }
        } else if (!attached && part.isMimeType("text/html")) {
            found.html.append(text(part)).append('\n');
        } else if (!attached && part.isMimeType("text/*")) {
            found.plain.append(text(part)).append('\n');
        } else {
            found.parts.add(file(part, line(name == null ? unnamed(part) : name), found.parts.size()));
        }
    }

    /** Programs put pictures into a text without giving them a name. */
    private static String unnamed(Part part) throws MessagingException {
        ContentType type = new ContentType(part.getContentType());
        return "image".equalsIgnoreCase(type.getPrimaryType()) ? "image." + type.getSubType() : type.getBaseType();
    }

    private Letter.Part file(Part part, String name, int before) throws MessagingException, IOException {
        if (before >= FILES) {
            return new Letter.Part(name, new byte[0], "mailbox.refused.many");
        }
        try (InputStream content = part.getInputStream()) {
            Files.Cleaned cleaned = files.clean(content, name);
            return cleaned.cleaned()
                    ? new Letter.Part(cleaned.name(), cleaned.content(), null)
                    : new Letter.Part(cleaned.name(), new byte[0], "mailbox.refused.signed");
        } catch (FileRefused e) {
            return new Letter.Part(name, new byte[0], e.key());
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        byte[] bytes;
        try (InputStream in = part.getInputStream()) {
            bytes = in.readNBytes(LARGEST);
        }
        return decoded(bytes, new ContentType(part.getContentType()).getParameter("charset"));
    }

    /** By what the mail says, if that is true; else as UTF-8, and if it is not that, as the older Chinese programs write. */
    private static String decoded(byte[] bytes, @Nullable String charset) {
        List<Charset> tries = new ArrayList<>();
        try {
            if (charset != null && !"us-ascii".equalsIgnoreCase(charset)) {
                tries.add(Charset.forName(
                        charset.toLowerCase(java.util.Locale.ROOT).startsWith("gb") ? "GB18030" : charset));
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // a name nobody knows says nothing
        }
        tries.add(StandardCharsets.UTF_8);
        for (Charset one : tries) {
            try {
                return one.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        return new String(bytes, Charset.forName("GB18030"));
    }

    private static @Nullable String name(Part part) throws MessagingException {
        String name = part.getFileName();
        return name == null ? null : decoded(name);
    }

    private static String decoded(@Nullable String header) {
        if (header == null) {
            return "";
        }
        try {
            return MimeUtility.decodeText(header);
        } catch (IOException e) {
            return header;
        }
    }

    private static String line(@Nullable String text) {
        String plain =
                storable(text == null ? "" : text).replaceAll("\\s+", " ").strip();
        return plain.length() > LINE ? plain.substring(0, LINE) : plain;
    }

    private static String storable(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "");
    }

    /** What is written wrongly is read as well as it can be. */
    private static Properties lenient() {
        var settings = new Properties();
        settings.put("mail.mime.address.strict", "false");
        return settings;
    }
}
