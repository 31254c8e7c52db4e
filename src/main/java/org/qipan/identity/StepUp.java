package org.qipan.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Whether the person has just confirmed who he is. Asked before an identity is revealed, data exported, work reassigned in bulk, a role
 * changed. Both {@code acr} and {@code auth_time} are checked here (ASVS 6.8.4): a session can keep a high level past its time.
 */
@Component
public class StepUp {

    /** Where a page sends the browser when {@link #fresh} says no. */
    public static final String START = "/oauth2/authorization/keycloak?level=2";

    /** What Keycloak is asked for, as {@code acr_values}. */
    public static final String LEVEL = "2";

    private static final Duration VALID = Duration.ofMinutes(5);

    private final Clock clock;

    StepUp(Clock clock) {
        this.clock = clock;
    }

    public boolean fresh(Authentication authentication) {
        if (!(authentication.getPrincipal() instanceof OidcUser user)) {
            return false;
        }
        Instant at = user.getIdToken().getAuthenticatedAt();
        return LEVEL.equals(user.getIdToken().getAuthenticationContextClass())
                && at != null
                && at.plus(VALID).isAfter(clock.instant());
    }
}
