package org.pilet.web.common;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Problem details (RFC 9457) for what is refused before the API itself is reached. */
final class Problems {

    private static final long SMALL = 64L * 1024;

    private Problems() {}

    /** A small body is read first: the server logs an error for every refused request that has something left to say. */
    static void unauthorized(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getContentLengthLong() > 0 && request.getContentLengthLong() <= SMALL) {
            request.getInputStream().readNBytes(request.getContentLength());
        }
        response.setHeader("WWW-Authenticate", "Bearer realm=\"Pilet\"");
        write(
                response,
                HttpServletResponse.SC_UNAUTHORIZED,
                "Unauthorized",
                "Send a valid token: Authorization: Bearer …",
                null);
    }

    static void unavailable(HttpServletResponse response) throws IOException {
        write(
                response,
                HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                "Service unavailable",
                "The database cannot be reached. Nothing was stored; try again shortly.",
                null);
    }

    static void fault(HttpServletResponse response, String incident) throws IOException {
        write(
                response,
                HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                "Internal error",
                "The fault was logged. Quote the incident when you report it.",
                incident);
    }

    private static void write(HttpServletResponse response, int status, String title, String detail, String incident)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        JsonObjectBuilder problem = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", title)
                .add("status", status)
                .add("detail", detail);
        if (incident != null) {
            problem.add("incident", incident);
        }
        response.getWriter().write(problem.build().toString());
        response.getWriter().close(); // what is not complete here, the server tries to replace by a page of its own
    }
}
