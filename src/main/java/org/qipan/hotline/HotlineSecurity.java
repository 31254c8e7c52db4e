package org.qipan.hotline;

import org.qipan.identity.ServiceTokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The door for other systems: a token with each call and nothing else. No session is made or looked at, so no cookie opens it. */
@Configuration(proxyBeanMethods = false)
class HotlineSecurity {

    private static final String AUDIENCE = "qipan-api";

    @Bean
    @Order(1)
    SecurityFilterChain apiSecurity(HttpSecurity http, ServiceTokens tokens, Faults faults) throws Exception {
        AuthenticationEntryPoint unknown = unknown(faults);
        AccessDeniedHandler forbidden = forbidden(faults);
        http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/api/*/**"));
        http.authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, OpenApiController.YAML)
                .permitAll()
                .anyRequest()
                .hasAuthority("SCOPE_complaints"));
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        // Nothing a browser sends by itself is believed here, so nothing can be forged.
        http.csrf(AbstractHttpConfigurer::disable);
        http.requestCache(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.headers(headers -> headers.contentSecurityPolicy(
                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")));
        http.exceptionHandling(
                handling -> handling.authenticationEntryPoint(unknown).accessDeniedHandler(forbidden));
        http.oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(tokens.decoder(AUDIENCE)))
                .authenticationEntryPoint(unknown)
                .accessDeniedHandler(forbidden)
                .withObjectPostProcessor(outage(unknown, faults)));
        return http.build();
    }

    private static AuthenticationEntryPoint unknown(Faults faults) {
        var header = new BearerTokenAuthenticationEntryPoint();
        return (request, response, problem) -> {
            // What exactly was wrong with a token helps whoever forges one.
            header.commence(request, response, problem);
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            faults.write(response, Fault.UNAUTHORIZED);
        };
    }

    private static AccessDeniedHandler forbidden(Faults faults) {
        var header = new BearerTokenAccessDeniedHandler();
        return (request, response, denied) -> {
            header.handle(request, response, denied);
            faults.write(response, Fault.FORBIDDEN);
        };
    }

    /** Keycloak's keys cannot be had: that is not the caller's mistake. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> outage(
            AuthenticationEntryPoint unknown, Faults faults) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler((request, response, problem) -> {
                    if (problem instanceof AuthenticationServiceException) {
                        faults.write(response, Fault.AWAY);
                    } else {
                        unknown.commence(request, response, problem);
                    }
                });
                return filter;
            }
        };
    }
}
