package org.qipan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qipan.identity.StepUp;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.client.RestClient;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The steps of signing in that differ from Spring Security's own. */
final class SignIn {

    /** Registration id of the client, part of its addresses. */
    static final String CLIENT = "keycloak";

    /** Request attribute of a request that came with the token of a session that is over. */
    static final String EXPIRED = SignIn.class.getName() + ".expired";

    private static final String BASE = "/oauth2/authorization";

    /** Opening this address starts to sign in. */
    static final String START = BASE + "/" + CLIENT;

    private SignIn() {}

    /** What people may do with their own account at Keycloak, by what the address {@link #START} carries as {@code action}. */
    private static final Map<String, String> OWN_ACTS =
            Map.of("passkey", "webauthn-register", "password", "UPDATE_PASSWORD");

    /** Asks Keycloak for the second level when the address carries {@code level=2}: {@link StepUp}. */
    static OAuth2AuthorizationRequestResolver requests(ClientRegistrationRepository registrations) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations, BASE);
        resolver.setAuthorizationRequestCustomizer(request -> {
            if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
                if (StepUp.LEVEL.equals(attributes.getRequest().getParameter("level"))) {
                    request.additionalParameters(parameters -> parameters.put("acr_values", StepUp.LEVEL));
                }
                String act = OWN_ACTS.get(String.valueOf(attributes.getRequest().getParameter("action")));
                if (act != null) {
                    request.additionalParameters(parameters -> parameters.put("kc_action", act));
                }
            }
        });
        return resolver;
    }

    static OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(impatient())
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    static ClientHttpRequestFactory impatient() {
        return ClientHttpRequestFactoryBuilder.jdk()
                .build(ClientHttpRequestFactorySettings.defaults()
                        .withConnectTimeout(Duration.ofSeconds(3))
                        .withReadTimeout(Duration.ofSeconds(5)));
    }

    static AuthenticationFailureHandler failures(KeycloakProbe probe) {
        return (request, response, failure) ->
                response.sendRedirect(probe.reachableNow() ? SignInController.FAILED : SignInController.UNAVAILABLE);
    }

    /**
     * A fragment must never hold a sign-in page: htmx is told to open the page it came from as a whole. A stream that lost its session
     * ends: nobody reads a page in it, and the browser would refuse the way to Keycloak.
     */
    static AuthenticationEntryPoint entryPoint() {
        var whole = new LoginUrlAuthenticationEntryPoint(START);
        return (request, response, problem) -> {
            if (fragment(request)) {
                response.setHeader("HX-Redirect", pageOf(request.getHeader("HX-Current-URL")));
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
            } else if (accepts(request, MediaType.TEXT_EVENT_STREAM_VALUE)) {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
            } else {
                whole.commence(request, response, problem);
            }
        };
    }

    /**
     * Nobody is to read that his post may not do something when only his log-in is over: the page says so and gives the words back. A
     * fragment leads to the page it came from as it does where nobody is signed in.
     */
    static AccessDeniedHandler refusals() {
        var entry = entryPoint();
        var plain = new AccessDeniedHandlerImpl();
        return (request, response, denied) -> {
            if (denied instanceof CsrfException) {
                request.setAttribute(EXPIRED, true);
                if (fragment(request)) {
                    entry.commence(request, response, new InsufficientAuthenticationException("over", denied));
                    return;
                }
            }
            plain.handle(request, response, denied);
        };
    }

    /** After signing in people get back to the page they opened, never to a fragment or to something that is not a page. */
    static RequestCache requestCache() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(request -> "GET".equals(request.getMethod())
                && !fragment(request)
                && !"/error".equals(request.getServletPath())
                && accepts(request, "text/html"));
        return cache;
    }

    static boolean fragment(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    private static boolean accepts(HttpServletRequest request, String type) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains(type);
    }

    /** Path and query of the page only, so that the header cannot lead to another host. */
    private static String pageOf(@Nullable String current) {
        if (current == null) {
            return "/";
        }
        try {
            URI page = URI.create(current);
            String path = page.getRawPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//")) {
                return "/";
            }
            return page.getRawQuery() == null ? path : path + "?" + page.getRawQuery();
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
