package org.qipan.web;

import static org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive.CACHE;
import static org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive.STORAGE;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Who may reach which page, and the headers every answer carries. How people sign in stands in {@link SignInConfiguration}. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

    private static final String[] PUBLIC = {
        "/open/**",
        "/complaint/**",
        "/track/**",
        "/api",
        "/check",
        "/reception",
        "/webjars/**",
        "/css/**",
        "/js/**",
        "/img/**",
        "/favicon.ico",
        "/error",
        SignInController.PATHS
    };

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            KeycloakLogin keycloak,
            ClientRegistrationRepository registrations,
            StaffUsers users,
            OidcSessions sessions,
            KeycloakProbe probe,
            SessionAgeFilter age,
            LeaverFilter leavers)
            throws Exception {
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                        DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(PUBLIC)
                .permitAll()
                .requestMatchers(EndpointRequest.to("health", "prometheus"))
                .permitAll()
                .requestMatchers(EndpointRequest.toAnyEndpoint())
                .denyAll()
                .anyRequest()
                .authenticated());
        http.oauth2Login(login -> login.loginPage(SignIn.START)
                .authorizationEndpoint(start -> start.authorizationRequestResolver(SignIn.requests(registrations)))
                .tokenEndpoint(token -> token.accessTokenResponseClient(SignIn.tokens()))
                .userInfoEndpoint(info -> info.oidcUserService(users))
                .authorizedClientRepository(new DiscardedTokens())
                .failureHandler(SignIn.failures(probe)));
        http.oidcLogout(
                logout -> logout.oidcSessionRegistry(sessions).backChannel(back -> back.logoutHandler(sessions)));
        http.logout(logout -> logout.addLogoutHandler(
                        new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(CACHE, STORAGE)))
                .logoutSuccessHandler(afterLogout(registrations, probe)));
        http.exceptionHandling(problems ->
                problems.authenticationEntryPoint(SignIn.entryPoint()).accessDeniedHandler(SignIn.refusals()));
        http.requestCache(cache -> cache.requestCache(SignIn.requestCache()));
        // No session and no cookie for a complaint: nobody is signed in there whose name another site could use.
        // Nor where a matter is followed and no session has opened one yet: what was typed for half an hour is not to
        // end on a refusal.
        RequestMatcher following = PathPatternRequestMatcher.withDefaults().matcher("/track/**");
        http.csrf(csrf -> csrf.ignoringRequestMatchers("/complaint", "/check")
                .ignoringRequestMatchers(request -> following.matches(request) && request.getSession(false) == null));
        headers(http, keycloak);
        http.addFilterBefore(new CrossSiteFilter(), CsrfFilter.class);
        http.addFilterBefore(new OutageFilter(probe), OAuth2AuthorizationRequestRedirectFilter.class);
        http.addFilterAfter(age, SecurityContextHolderFilter.class);
        http.addFilterAfter(leavers, SessionAgeFilter.class);
        return http.build();
    }

    private static void headers(HttpSecurity http, KeycloakLogin keycloak) throws Exception {
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none';"
                                + " base-uri 'none'; form-action 'self' " + keycloak.origin()
                                + "; frame-ancestors 'none'"))
                .frameOptions(FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("geolocation=(), microphone=(), camera=(), payment=(), usb=()")));
    }

    /** Keycloak's own log-out page; while it is down the local session is gone all the same and the plain page says so. */
    private static LogoutSuccessHandler afterLogout(ClientRegistrationRepository registrations, KeycloakProbe probe) {
        var everywhere = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        everywhere.setPostLogoutRedirectUri("{baseUrl}/");
        return (request, response, authentication) -> {
            if (probe.reachable()) {
                everywhere.onLogoutSuccess(request, response, authentication);
            } else {
                response.sendRedirect(SignInController.UNAVAILABLE);
            }
        };
    }

    /**
     * {@code __Host-SID} binds the cookie to this host over TLS. The local run speaks plain http, where browsers refuse that prefix, so there
     * it is {@code SID}.
     */
    @Bean
    CookieSerializer sessionCookie(@Value("${qipan.local:false}") boolean local) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(local ? "SID" : "__Host-SID");
        cookie.setCookiePath("/");
        cookie.setUseSecureCookie(!local);
        cookie.setUseHttpOnlyCookie(true);
        // Strict would drop the cookie on the way back from Keycloak.
        cookie.setSameSite("Lax");
        return cookie;
    }
}
