package org.qipan.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.method.PreAuthorizeAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.util.SimpleMethodInvocation;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Sends whoever calls what is marked {@link StepUpFirst} to confirm who he is, unless he has just done so. Who may not call it at all is
 * told so at once, and types no password for it.
 */
@Component
class StepUpGate implements HandlerInterceptor, WebMvcConfigurer {

    private final StepUp stepUp;
    private final PreAuthorizeAuthorizationManager roles = new PreAuthorizeAuthorizationManager();
    private final HttpSessionRequestCache back = new HttpSessionRequestCache();

    StepUpGate(StepUp stepUp) {
        this.stepUp = stepUp;
        back.setMatchingRequestParameterName(null);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (!(handler instanceof HandlerMethod method) || !asks(method) || stepUp.fresh(who) || !allowed(method, who)) {
            return true;
        }
        if ("GET".equals(request.getMethod())) {
            back.saveRequest(request, response);
            response.sendRedirect(StepUp.START);
        } else {
            KeptForm.keep(request);
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, request.getRequestURI());
        }
        return false;
    }

    private static boolean asks(HandlerMethod method) {
        return method.hasMethodAnnotation(StepUpFirst.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), StepUpFirst.class);
    }

    /** As the call itself is judged afterwards; there it is refused. */
    private boolean allowed(HandlerMethod method, Authentication who) {
        AuthorizationResult result =
                roles.authorize(() -> who, new SimpleMethodInvocation(method.getBean(), method.getMethod()));
        return result == null || result.isGranted();
    }
}
