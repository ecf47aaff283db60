package org.pilet.web.common;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Sends strangers to the sign-in page, which brings them back to what they wanted to read. What a script or a page left
 * behind asks for is refused with 401: drawn for it, the sign-in page would take the session from the one that is seen.
 */
final class SignInRedirect {

    private SignInRedirect() {}

    static void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String url = request.getContextPath() + Paths.SIGN_IN + "?to="
                + URLEncoder.encode(Paths.inFront(request), StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            PartialRedirect.write(response, url);
        } else if (isNavigation(request)) {
            response.sendRedirect(url);
        } else {
            request.getInputStream().transferTo(OutputStream.nullOutputStream());
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.getOutputStream().close(); // an answer that is not complete is made an error page by the container
        }
    }

    private static boolean isNavigation(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode"); // https://www.w3.org/TR/fetch-metadata/
        return mode == null || mode.equals("navigate");
    }
}
