package org.pilet.web.common;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Headers that every answer carries. Pages get their content security policy, with a nonce, from PrimeFaces (see
 * web.xml); two such headers would both apply, so what is not a page gets the strictest one here.
 */
public class SecurityHeaders implements Filter {

    private static final String NOT_A_PAGE = "default-src 'none'; frame-ancestors 'none'; sandbox";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse http = (HttpServletResponse) response;
        http.setHeader("X-Content-Type-Options", "nosniff");
        http.setHeader("X-Frame-Options", "DENY");
        http.setHeader("Referrer-Policy", "same-origin");
        http.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        http.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        http.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
        if (request.isSecure()) {
            http.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (isData((HttpServletRequest) request)) {
            http.setHeader("Content-Security-Policy", NOT_A_PAGE);
        }
        chain.doFilter(request, response);
    }

    private static boolean isData(HttpServletRequest request) {
        String path = Paths.of(request);
        return path.startsWith("/api/") || path.startsWith("/files/") || path.equals("/uploads");
    }
}
