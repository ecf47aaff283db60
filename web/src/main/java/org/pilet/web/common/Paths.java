package org.pilet.web.common;

import jakarta.servlet.http.HttpServletRequest;

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
