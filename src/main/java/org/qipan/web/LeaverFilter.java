package org.qipan.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.UUID;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Directory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Somebody disabled in our tables is out on his next request, on every node, whatever Keycloak says. */
@Component
class LeaverFilter extends OncePerRequestFilter {

    private final ObjectProvider<Directory> directory;
    private final ObjectProvider<CurrentStaff> current;

    LeaverFilter(ObjectProvider<Directory> directory, ObjectProvider<CurrentStaff> current) {
        this.directory = directory;
        this.current = current;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (left(SecurityContextHolder.getContext().getAuthentication())) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    /** Whoever may work is found first: he is read once for the whole request. */
    private boolean left(Authentication authentication) {
        CurrentStaff working = current.getIfAvailable();
        if (working != null && working.find().isPresent()) {
            return false;
        }
        Directory known = directory.getIfAvailable();
        return known != null
                && authentication instanceof OAuth2AuthenticationToken
                && known.staff(UUID.fromString(authentication.getName()))
                        .filter(staff -> !staff.enabled())
                        .isPresent();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/webjars/") || path.startsWith("/css/") || path.startsWith("/js/");
    }
}
