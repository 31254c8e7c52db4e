package org.qipan.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.qipan.identity.StepUp;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Whoever opens or sends a form that changes people confirms first who he is (security.md 1.6). Here a form is sent to the address it was
 * opened at, so that what was typed can be shown again there when the five minutes passed while he typed.
 */
@Component
class StepUpGate implements HandlerInterceptor, WebMvcConfigurer {

    static final String[] GUARDED = {
        "/staff/new",
        "/staff/*/posts",
        "/staff/*/slip",
        "/staff/handover",
        "/staff/import",
        "/staff/import/*",
        "/staff/import/*/slips",
        "/directory/staff/*/leave"
    };

    private final StepUp stepUp;
    private final HttpSessionRequestCache back = new HttpSessionRequestCache();

    StepUpGate(StepUp stepUp) {
        this.stepUp = stepUp;
        back.setMatchingRequestParameterName(null);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(GUARDED);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (stepUp.fresh(SecurityContextHolder.getContext().getAuthentication())) {
            return true;
        }
        if ("GET".equals(request.getMethod())) {
            back.saveRequest(request, response);
            response.sendRedirect(StepUp.START);
        } else {
            Typed.keep(request);
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, request.getRequestURI());
        }
        return false;
    }
}
