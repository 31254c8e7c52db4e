package org.qipan.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What people read when signing in does not work. The pages need nothing but themselves. */
@Controller
class SignInController {

    static final String PATHS = "/sign-in/*";
    static final String UNAVAILABLE = "/sign-in/unavailable";
    static final String FAILED = "/sign-in/failed";

    @RequestMapping(UNAVAILABLE)
    ModelAndView unavailable(HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        return new ModelAndView("web/no-sign-in", Map.of("problem", "down"), HttpStatus.SERVICE_UNAVAILABLE);
    }

    @RequestMapping(FAILED)
    ModelAndView failed() {
        return new ModelAndView("web/no-sign-in", Map.of("problem", "failed"), HttpStatus.UNAUTHORIZED);
    }
}
