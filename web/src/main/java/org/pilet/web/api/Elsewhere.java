package org.pilet.web.api;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pilet.web.common.Language;
import org.pilet.web.common.Texts;

/** Addresses below {@code /api} that belong to no version: a program gets a problem there too, not a page. */
@WebServlet("/api/*")
public class Elsewhere extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private Texts texts;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Language language = Language.preferred(request);
        int status = HttpServletResponse.SC_NOT_FOUND;
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write(Json.of(Problem.of(
                        status,
                        texts.format(language, "api.title." + status),
                        texts.format(language, "api.detail." + status))));
    }
}
