package org.qipan.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** An SMS gateway or the webhook of a work chat: {@link SignedPost} to one fixed address. */
final class SignedGateway implements Channel {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String code;
    private final SignedPost post;

    /** @throws IllegalArgumentException if the address is neither HTTPS nor on this machine */
    SignedGateway(String code, URI url, byte[] key, Clock clock) {
        this.code = code;
        this.post = new SignedPost("qipan.notice." + code + ".url", url, key, clock);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public void send(Letter letter) throws SendFailed {
        post.send(letter.id(), body(letter));
    }

    private static String body(Letter letter) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", letter.id().toString());
        fields.put("kind", letter.kind());
        fields.put("to", letter.to());
        fields.put("language", letter.language());
        fields.put("text", letter.text());
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
