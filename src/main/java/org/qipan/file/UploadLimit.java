package org.qipan.file;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away uploads that say themselves that they are too large, before a byte of them is kept; also those that do not say. The limit of the
 * whole application is higher than {@link Files#LARGEST}, because the list of all units of the country is; no other form may use that.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UploadLimit extends OncePerRequestFilter {

    // what the other parts of the form and the borders between the parts take
    private static final long REST = 64 << 10;

    private static final String FILES = "/files";
    private static final String LIST_OF_UNITS = "/directory/import";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        String type = request.getContentType();
        boolean uploads = FILES.equals(path) || type != null && type.startsWith("multipart/");
        return !"POST".equals(request.getMethod()) || !uploads || LIST_OF_UNITS.equals(path);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        boolean unmeasured = FILES.equals(request.getServletPath()) || request.getHeader("Transfer-Encoding") != null;
        if (length < 0 && unmeasured) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (length > Files.LARGEST + REST) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }
}
