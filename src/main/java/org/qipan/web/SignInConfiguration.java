package org.qipan.web;

import java.util.Map;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/** The one client of Keycloak that people sign in with. Every address is written down: a node starts while Keycloak is down. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    @Bean
    ClientRegistrationRepository clientRegistrations(KeycloakLogin keycloak) {
        String protocol = "/protocol/openid-connect";
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(SignIn.CLIENT)
                .clientId("app-web")
                .clientSecret(keycloak.webSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid")
                .userNameAttributeName("sub")
                .issuerUri(keycloak.issuer())
                .authorizationUri(keycloak.page(protocol + "/auth"))
                .tokenUri(keycloak.call(protocol + "/token"))
                .jwkSetUri(keycloak.call(protocol + "/certs"))
                .providerConfigurationMetadata(Map.of("end_session_endpoint", keycloak.page(protocol + "/logout")))
                .build());
    }

    /** As Spring Security's own, but with timeouts: a hanging Keycloak must not hold our threads. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokenDecoders() {
        return registration -> {
            var decoder = NimbusJwtDecoder.withJwkSetUri(
                            registration.getProviderDetails().getJwkSetUri())
                    .jwsAlgorithm(SignatureAlgorithm.RS256)
                    .restOperations(new RestTemplate(SignIn.impatient()))
                    .build();
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
            decoder.setClaimSetConverter(
                    new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
            return decoder;
        };
    }

    /** The security chain calls these filters; the servlet container must not call them a second time. */
    @Bean
    FilterRegistrationBean<SessionAgeFilter> sessionAgeFilterInChainOnly(SessionAgeFilter filter) {
        return inChainOnly(filter);
    }

    @Bean
    FilterRegistrationBean<LeaverFilter> leaverFilterInChainOnly(LeaverFilter filter) {
        return inChainOnly(filter);
    }

    private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> inChainOnly(F filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
