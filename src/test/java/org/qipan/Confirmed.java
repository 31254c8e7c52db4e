package org.qipan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Somebody signed in at Keycloak who confirmed who he is with a second factor. */
public final class Confirmed {

    private Confirmed() {}

    /** @param ago how long before now he confirmed it */
    public static OAuth2AuthenticationToken as(Staff staff, Instant now, Duration ago) {
        var token = new OidcIdToken(
                "t",
                now,
                now.plusSeconds(3600),
                Map.of("sub", staff.id().toString(), "acr", "2", "auth_time", now.minus(ago)));
        List<SimpleGrantedAuthority> authorities = staff.posts().stream()
                .map(Post::role)
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        return new OAuth2AuthenticationToken(new DefaultOidcUser(authorities, token), authorities, "keycloak");
    }
}
