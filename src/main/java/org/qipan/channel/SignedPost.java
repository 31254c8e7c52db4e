package org.qipan.channel;

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
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One fixed address of another system that takes signed JSON. The signature is HMAC-SHA256 over timestamp, a dot and the body; the receiver
 * refuses old timestamps and drops a number it has already. Redirects are not followed and nothing that comes back is read but the status.
 */
public final class SignedPost {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /** What says that this message, not the moment, is the trouble. */
    private static final Set<Integer> REFUSED = Set.of(400, 404, 410, 413, 422);

    private final URI url;
    private final byte[] key;
    private final Clock clock;
    private final HttpClient http;

    /**
     * @param setting name of the setting the address comes from
     * @throws IllegalArgumentException if the address is neither HTTPS nor on this machine
     */
    public SignedPost(String setting, URI url, byte[] key, Clock clock) {
        String host = url.getHost();
        boolean here = "127.0.0.1".equals(host) || "localhost".equals(host);
        if (host == null || !"https".equals(url.getScheme()) && !(here && "http".equals(url.getScheme()))) {
            throw new IllegalArgumentException(setting + " begins with https://");
        }
        this.url = url;
        this.key = key.clone();
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Returns once the other side has taken it over.
     *
     * @param id the same at every attempt
     * @param body JSON
     */
    public void send(UUID id, String body) throws SendFailed {
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(ANSWER)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("X-Qipan-Id", id.toString())
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

    /** As the receiver computes it. */
    public static String signature(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
