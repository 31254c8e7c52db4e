package org.qipan.identity;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

/** Tokens of other systems, which a client of the realm got for itself (client credentials). Those of people are refused. */
@Component
public class ServiceTokens {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final KeycloakAccess access;

    ServiceTokens(KeycloakAccess access) {
        this.access = access;
    }

    /** @param audience what a token must be meant for, so that one for another service opens nothing here */
    public JwtDecoder decoder(String audience) {
        String realm = "/realms/" + access.realm();
        var decoder = NimbusJwtDecoder.withJwkSetUri(access.server() + realm + "/protocol/openid-connect/certs")
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .restOperations(new RestTemplate(ClientHttpRequestFactoryBuilder.jdk()
                        .build(ClientHttpRequestFactorySettings.defaults()
                                .withConnectTimeout(CONNECT)
                                .withReadTimeout(ANSWER))))
                .build();
        URI url = access.url();
        if (url == null) {
            throw new IllegalStateException("qipan.keycloak.url is not set");
        }
        return checked(decoder, url.toString().replaceAll("/+$", "") + realm, audience);
    }

    static NimbusJwtDecoder checked(NimbusJwtDecoder decoder, String issuer, String audience) {
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(),
                new JwtIssuerValidator(issuer),
                rule("aud", token -> {
                    List<String> meant = token.getAudience();
                    return meant != null && meant.contains(audience);
                }),
                // An ID token or a refresh token of the same realm carries the same signature.
                rule("typ", token -> "Bearer".equals(token.getClaimAsString("typ"))),
                rule("exp", token -> token.getExpiresAt() != null),
                rule("client_id", ServiceTokens::ofItself)));
        return decoder;
    }

    /** The client asked for itself: Keycloak then writes who asked, and there is no session of a person. */
    private static boolean ofItself(Jwt token) {
        String client = token.getClaimAsString("client_id");
        return client != null && client.equals(token.getClaimAsString("azp")) && !token.hasClaim("sid");
    }

    private static OAuth2TokenValidator<Jwt> rule(String claim, java.util.function.Predicate<Jwt> holds) {
        return token -> holds.test(token) ? OAuth2TokenValidatorResult.success() : refused(claim);
    }

    private static OAuth2TokenValidatorResult refused(@Nullable String claim) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "claim " + claim, null));
    }
}
