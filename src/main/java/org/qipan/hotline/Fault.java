package org.qipan.hotline;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Why a call was not answered as asked; {@code openapi.yaml} names the same. */
enum Fault {
    UNREADABLE(HttpStatus.BAD_REQUEST),
    UNAUTHORIZED(HttpStatus.UNAUTHORIZED),
    FORBIDDEN(HttpStatus.FORBIDDEN),
    MISSING(HttpStatus.NOT_FOUND),
    KNOWN(HttpStatus.CONFLICT),
    LARGE(HttpStatus.PAYLOAD_TOO_LARGE),
    MEDIA(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    INVALID(HttpStatus.UNPROCESSABLE_ENTITY),
    REUSED(HttpStatus.UNPROCESSABLE_ENTITY),
    OFTEN(HttpStatus.TOO_MANY_REQUESTS),
    AWAY(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    Fault(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    /** Member {@code type} of the problem, which programs read; its end names the text people read. */
    String type() {
        return "urn:qipan:problem:" + code();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
