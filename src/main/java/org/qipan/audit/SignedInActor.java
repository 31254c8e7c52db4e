package org.qipan.audit;

import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Fallback;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The actor as the session alone knows it: subject and roles. Gives way to any other {@link CurrentActor}. */
@Component
@Fallback
class SignedInActor implements CurrentActor {

    private static final String ROLE = "ROLE_";

    @Override
    public Actor actor() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || signedIn instanceof AnonymousAuthenticationToken) {
            return Actor.system();
        }
        String roles = signedIn.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(a -> a != null && a.startsWith(ROLE))
                .map(a -> a.substring(ROLE.length()))
                .sorted()
                .collect(Collectors.joining(", "));
        return new Actor(uuid(signedIn.getName()), roles.isEmpty() ? signedIn.getName() : roles);
    }

    private static @Nullable UUID uuid(String subject) {
        try {
            return UUID.fromString(subject);
        } catch (IllegalArgumentException notAUuid) {
            return null;
        }
    }
}
