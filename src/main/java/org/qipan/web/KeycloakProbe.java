package org.qipan.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Whether Keycloak answers just now. Asked only where somebody signs in or out, never for an open session. */
@Component
class KeycloakProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long REMEMBERED = Duration.ofSeconds(5).toNanos();

    private final URI realm;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private volatile Answer last = new Answer(false, System.nanoTime() - REMEMBERED);

    KeycloakProbe(KeycloakLogin keycloak) {
        this.realm = URI.create(keycloak.call(""));
    }

    /** The answer may be five seconds old, so that an outage does not make everyone wait. */
    boolean reachable() {
        Answer answer = last;
        return System.nanoTime() - answer.at < REMEMBERED ? answer.reachable : reachableNow();
    }

    boolean reachableNow() {
        boolean reachable = ask();
        last = new Answer(reachable, System.nanoTime());
        return reachable;
    }

    private boolean ask() {
        try {
            var request = HttpRequest.newBuilder(realm).timeout(PATIENCE).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private record Answer(boolean reachable, long at) {}
}
