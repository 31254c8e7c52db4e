package org.qipan.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** While Keycloak is down a sign-in ends on a plain page of ours, not on the browser's own error. */
class OutageFilter extends OncePerRequestFilter {

    private final KeycloakProbe probe;

    OutageFilter(KeycloakProbe probe) {
        this.probe = probe;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SignIn.START.equals(request.getServletPath()) && !probe.reachable()) {
            request.getRequestDispatcher(SignInController.UNAVAILABLE).forward(request, response);
            return;
        }
        chain.doFilter(request, response);
    }
}
