package org.qipan.web;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Staffing;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Who signed in. The groups of the access token refresh our tables, so that a new post works at once; what the person may do is then read
 * from the tables only. The token came straight from Keycloak's token endpoint, so its signature need not be checked again.
 */
@Component
class StaffUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final Staffing staffing;

    StaffUsers(Staffing staffing) {
        this.staffing = staffing;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        JWTClaimsSet claims = claims(request.getAccessToken().getTokenValue());
        Staff staff = staffing.refresh(
                UUID.fromString(request.getIdToken().getSubject()),
                Objects.requireNonNullElse(request.getIdToken().getPreferredUsername(), ""),
                Objects.requireNonNullElse(request.getIdToken().getFullName(), ""),
                posts(claims));
        if (!staff.enabled()) {
            throw new OAuth2AuthenticationException("disabled");
        }
        List<SimpleGrantedAuthority> authorities = staff.posts().stream()
                .map(Post::role)
                .distinct()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        return new DefaultOidcUser(authorities, request.getIdToken());
    }

    /** A group path {@code /442000007201/village-worker} is a post; groups of other shapes are none of ours. */
    private static List<Post> posts(JWTClaimsSet claims) {
        try {
            List<String> groups = claims.getStringListClaim("groups");
            return Stream.ofNullable(groups)
                    .flatMap(List::stream)
                    .map(path -> path.split("/"))
                    .filter(parts -> parts.length == 3)
                    .map(parts -> new Post(parts[2], parts[1]))
                    .toList();
        } catch (ParseException e) {
            return List.of();
        }
    }

    private static JWTClaimsSet claims(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new OAuth2AuthenticationException(new OAuth2Error("invalid_token"), e);
        }
    }
}
