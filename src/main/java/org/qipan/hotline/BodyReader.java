package org.qipan.hotline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qipan.filing.Contact;
import org.springframework.stereotype.Component;

/** Reads a body of bytes that a stranger sent: bounded, strict, and without a word of it in any message. */
@Component
class BodyReader {

    /** Bytes. The longest words, each character escaped, are half of it. */
    static final int LARGEST = 64 << 10;

    static final int WORDS = 5000;
    static final int LINE = 200;
    static final int HIDDEN = 20;
    static final int PEOPLE = 99_999;
    static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,59}");
    static final Pattern UNIT = Pattern.compile("[0-9]{12}(-[0-9]{2})?");
    static final List<String> MODES = List.of("anonymous", "confidential", "named");

    private static final int DEPTH = 4;

    private final ObjectMapper strict = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .build())
                    .build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @throws Faulty if it is longer than {@link #LARGEST} */
    byte[] bytes(InputStream in, long announced) throws IOException {
        if (announced > LARGEST) {
            throw new Faulty(Fault.LARGE);
        }
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new Faulty(Fault.LARGE);
        }
        return bytes;
    }

    /** @throws Faulty naming every field that is wrong */
    HandOver read(byte[] bytes) {
        Body body = Body.of(tree(bytes));
        body.only(names(HandOver.class));
        String number = body.text("outsideNumber", NUMBER, true);
        String mode = body.text("mode", LINE, true);
        if (mode != null && !mode.isEmpty() && !MODES.contains(mode)) {
            body.refuse("mode", "hotline.wrong.mode", String.join(", ", MODES));
        }
        var handOver = new HandOver(
                number == null ? "" : number,
                mode == null ? "" : mode,
                said(body),
                body.text("place", UNIT, false),
                body.text("concerned", UNIT, false),
                body.text("concernedWords", LINE, false),
                body.texts("hidden", HIDDEN, code -> UNIT.matcher(code).matches()),
                body.text("persons", LINE, false),
                body.number("people", 1, PEOPLE),
                body.day("received"),
                contact(body, mode));
        if (!body.wrong().isEmpty()) {
            throw new Faulty(Fault.INVALID, body.wrong());
        }
        return handOver;
    }

    private static String said(Body body) {
        String words = body.text("words", WORDS, true);
        return words == null ? "" : words;
    }

    /** Of somebody who stays anonymous nothing is taken that tells who he is; of the others a name and a way to reach them. */
    private static @Nullable Contact contact(Body body, @Nullable String mode) {
        Body sent = body.object("contact");
        boolean anonymous = "anonymous".equals(mode);
        if (sent == null) {
            if (!anonymous && body.wrong().stream().noneMatch(reason -> "contact".equals(reason.field()))) {
                body.refuse("contact", "hotline.wrong.contact");
            }
            return null;
        }
        if (anonymous) {
            body.refuse("contact", "hotline.wrong.anonymous");
        }
        sent.only(names(Contact.class));
        var contact = new Contact(
                sent.text("name", LINE, true),
                sent.text("phone", LINE, false),
                sent.text("address", LINE, false),
                sent.text("email", LINE, false),
                sent.text("safely", LINE, false));
        if (Stream.of(contact.phone(), contact.address(), contact.email()).allMatch(way -> way == null)) {
            sent.refuse("phone", "hotline.wrong.way");
        }
        return contact;
    }

    private JsonNode tree(byte[] bytes) {
        try {
            JsonNode tree = strict.readTree(bytes);
            if (tree == null || !tree.isObject()) {
                throw new Faulty(Fault.UNREADABLE);
            }
            return tree;
        } catch (IOException e) {
            throw new Faulty(Fault.UNREADABLE);
        }
    }

    static Set<String> names(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
    }
}
