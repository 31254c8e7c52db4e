package org.qipan.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An SMS gateway or the webhook of a work chat: one fixed address, JSON, signed. The signature is HMAC-SHA256 over timestamp, a dot and the
 * body; the receiver refuses old timestamps and drops a number it has already. Redirects are not followed and nothing that comes back is
 * read but the status.
 */
final class SignedGateway implements Channel {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /** What says that this message, not the moment, is the trouble. */
    private static final Set<Integer> REFUSED = Set.of(400, 404, 410, 413, 422);

    private final String code;
    private final URI url;
    private final byte[] key;
    private final Clock clock;
    private final HttpClient http;

    /** @throws IllegalArgumentException if the address is neither HTTPS nor on this machine */
    SignedGateway(String code, URI url, byte[] key, Clock clock) {
        String host = url.getHost();
        boolean here = "127.0.0.1".equals(host) || "localhost".equals(host);
        if (host == null || !"https".equals(url.getScheme()) && !(here && "http".equals(url.getScheme()))) {
            throw new IllegalArgumentException("qipan.notice." + code + ".url begins with https://");
        }
        this.code = code;
        this.url = url;
        this.key = key.clone();
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public void send(Letter letter) throws SendFailed {
        String body = body(letter);
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(ANSWER)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("X-Qipan-Id", letter.id().toString())
                .header("X-Qipan-Timestamp", timestamp)
                .header("X-Qipan-Signature", "sha256=" + signature(key, timestamp + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        int status = answer(request);
        if (REFUSED.contains(status)) {
            throw SendFailed.forGood("refused");
        }
        if (status == 401 || status == 403) {
            throw SendFailed.now("signature");
        }
        if (status < 200 || status > 299) {
            throw SendFailed.now("status");
        }
    }

    private int answer(HttpRequest request) throws SendFailed {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw SendFailed.now("unreachable");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SendFailed.now("stopped");
        }
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

    static String signature(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
