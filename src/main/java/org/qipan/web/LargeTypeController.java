package org.qipan.web;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 大字: larger type, remembered on this device. */
@Controller
class LargeTypeController {

    static final String COOKIE = "large";

    @PostMapping("/large-type")
    ResponseEntity<Void> set(@RequestParam String state) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, "1")
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(state.equals("on") ? Duration.ofDays(365) : Duration.ZERO)
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, "/")
                .build();
    }
}
