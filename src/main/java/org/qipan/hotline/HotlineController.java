package org.qipan.hotline;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;
import org.qipan.limit.Limit;
import org.qipan.limit.Limits;
import org.qipan.page.Texts;
import org.qipan.worklist.Refused.Reason;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1}: what other systems call. {@code openapi.yaml} describes it, and a test compares the two. */
@RestController
@RequestMapping("/api/v1")
@PreAuthorize("hasAuthority('SCOPE_complaints')")
class HotlineController {

    static final String KEY = "Idempotency-Key";

    private static final Pattern KEY_FORM = Pattern.compile("[\\x21-\\x7e]{8,100}");

    private final HotlineProperties settings;
    private final BodyReader bodies;
    private final HandOvers handOvers;
    private final Limits limits;
    private final Faults faults;
    private final Texts texts;

    HotlineController(
            HotlineProperties settings,
            BodyReader bodies,
            HandOvers handOvers,
            Limits limits,
            Faults faults,
            Texts texts) {
        this.settings = settings;
        this.bodies = bodies;
        this.handOvers = handOvers;
        this.limits = limits;
        this.faults = faults;
        this.texts = texts;
    }

    /** What is answered to a matter that was taken, and again to the same request. */
    record Taken(UUID id, String outsideNumber, String status) {}

    @PostMapping("/complaints")
    ResponseEntity<Taken> take(@AuthenticationPrincipal Jwt token, HttpServletRequest request) throws IOException {
        HotlineProperties.Client client = client(token);
        String key = request.getHeader(KEY);
        if (key == null || !KEY_FORM.matcher(key).matches()) {
            throw new Faulty(
                    Fault.UNREADABLE, java.util.List.of(new Reason(KEY, "hotline.wrong.key", java.util.List.of())));
        }
        if (!json(request.getContentType())) {
            throw new Faulty(Fault.MEDIA);
        }
        byte[] body = bodies.bytes(request.getInputStream(), request.getContentLengthLong());
        HandOver handOver = bodies.read(body);
        UUID id = handOvers.take(client, key, body, handOver);
        String status = "/api/v1/complaints/" + id;
        return ResponseEntity.created(URI.create(status)).body(new Taken(id, handOver.outsideNumber(), status));
    }

    @GetMapping("/complaints/{reference}")
    Standing standing(@AuthenticationPrincipal Jwt token, @PathVariable String reference) {
        return handOvers
                .find(client(token), reference)
                .map(tracked -> Standing.of(tracked, handOvers.number(tracked.id()), texts))
                .orElseThrow(() -> new Faulty(Fault.MISSING));
    }

    /** Anything else here, or in another way: an answer a program can read instead of a page. */
    @RequestMapping("/**")
    ResponseEntity<ProblemDetail> nothing() {
        return faults.answer(new Faulty(Fault.MISSING));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> faulty(Faulty faulty) {
        return faults.answer(faulty);
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        PessimisticLockingFailureException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<ProblemDetail> away() {
        return faults.answer(new Faulty(Fault.AWAY));
    }

    /** @throws Faulty if it is bound to no desk, or calls too often */
    private HotlineProperties.Client client(Jwt token) {
        HotlineProperties.Client client =
                settings.bound(token.getClaimAsString("client_id")).orElseThrow(() -> new Faulty(Fault.FORBIDDEN));
        if (!limits.allows(Limit.CALLS_OF_CLIENT, client.id())) {
            throw new Faulty(Fault.OFTEN);
        }
        return client;
    }

    private static boolean json(@org.jspecify.annotations.Nullable String type) {
        return type != null && type.split(";")[0].strip().equalsIgnoreCase(MediaType.APPLICATION_JSON_VALUE);
    }
}
