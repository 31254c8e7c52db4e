package org.qipan.web;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Who signed in. The token says only the subject; what the person may do comes from our tables. A person the sync has not met yet gets the
 * roles of the token, as far as the list below knows them; pages still ask the tables and so show such a person nothing of any unit.
 */
@Component
class StaffUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private static final Set<String> ROLES = Set.of(
            "village-worker",
            "village-head",
            "township-officer",
            "township-leader",
            "district-officer",
            "district-leader",
            "city-officer",
            "city-leader",
            "province-officer",
            "complaint-officer",
            "liaison",
            "evaluator",
            "department-officer",
            "service-provider",
            "system-admin",
            "security-admin",
            "audit-admin");

    private final ObjectProvider<Directory> directory;

    StaffUsers(ObjectProvider<Directory> directory) {
        this.directory = directory;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcIdToken token = request.getIdToken();
        Directory known = directory.getIfAvailable();
        var staff = known == null ? Optional.<Staff>empty() : known.staff(UUID.fromString(token.getSubject()));
        if (staff.isPresent() && !staff.get().enabled()) {
            throw new OAuth2AuthenticationException("disabled");
        }
        Collection<String> roles = staff.map(person ->
                        person.posts().stream().map(post -> post.role()).toList())
                .orElseGet(() -> rolesOf(token));
        return new DefaultOidcUser(authorities(roles), token);
    }

    private static List<String> rolesOf(OidcIdToken token) {
        List<String> roles = token.getClaimAsStringList("roles");
        return roles == null ? List.of() : roles;
    }

    private static List<? extends GrantedAuthority> authorities(Collection<String> roles) {
        return roles.stream()
                .filter(ROLES::contains)
                .distinct()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }
}
