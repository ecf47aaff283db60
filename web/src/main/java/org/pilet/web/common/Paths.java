package org.pilet.web.common;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** Addresses inside the application. */
final class Paths {

    static final String SIGN_IN = "/sign-in.xhtml";

    private Paths() {}

    static boolean isApi(HttpServletRequest request) {
        return of(request).startsWith("/api/");
    }

    /** The path below the context root, without query. */
    static String of(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /**
     * What the person has in front of them: for a request that reads its own address; for a gesture on a page that page's,
     * query and all, which the address that forms post to lacks.
     */
    static String inFront(HttpServletRequest request) {
        if ("GET".equals(request.getMethod())) {
            return request.getQueryString() == null ? of(request) : of(request) + "?" + request.getQueryString();
        }
        return ownOr(referrer(request), of(request));
    }

    private static String referrer(HttpServletRequest request) {
        String header = request.getHeader("Referer");
        if (header == null || !SameOriginPosts.sameAuthority(header, request.getHeader("Host"))) {
            return null;
        }
        URI page = URI.create(header);
        String path = page.getRawQuery() == null ? page.getRawPath() : page.getRawPath() + "?" + page.getRawQuery();
        return path.startsWith(request.getContextPath() + "/")
                ? path.substring(request.getContextPath().length())
                : null;
    }

    /**
     * The path to return to after signing in, or the fallback where it does not stay on this site: a link in a mail must
     * not be able to send people elsewhere from our own sign-in page.
     */
    static String ownOr(String path, String fallback) {
        boolean own = path != null
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().noneMatch(c -> c == '\\' || c < ' ')
                && !path.startsWith(SIGN_IN);
        return own ? path : fallback;
    }
}
