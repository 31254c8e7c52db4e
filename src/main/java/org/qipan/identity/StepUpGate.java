package org.qipan.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Sends whoever calls what is marked {@link StepUpFirst} to confirm who he is, unless he has just done so. */
@Component
class StepUpGate implements HandlerInterceptor, WebMvcConfigurer {

    private final StepUp stepUp;
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
        if (!asks(handler) || stepUp.fresh(SecurityContextHolder.getContext().getAuthentication())) {
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

    private static boolean asks(Object handler) {
        return handler instanceof HandlerMethod method
                && (method.hasMethodAnnotation(StepUpFirst.class)
                        || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), StepUpFirst.class));
    }
}
