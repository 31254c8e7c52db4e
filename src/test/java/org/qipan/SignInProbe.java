package org.qipan;

import org.qipan.identity.StepUp;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what the sign-in tests ask: who is there, how fresh the proof is, whether a change would be let through. */
@RestController
class SignInProbe {

    private final StepUp stepUp;

    SignInProbe(StepUp stepUp) {
        this.stepUp = stepUp;
    }

    @GetMapping("/probe/who")
    String who(Authentication authentication) {
        return "signed in: " + authentication.getName() + " " + authentication.getAuthorities();
    }

    @GetMapping("/probe/stepped-up")
    String steppedUp(Authentication authentication) {
        return "fresh: " + stepUp.fresh(authentication);
    }

    @GetMapping("/probe/token")
    String token(CsrfToken token) {
        return token.getToken();
    }

    @PostMapping("/probe/change")
    String change() {
        return "changed";
    }
}
