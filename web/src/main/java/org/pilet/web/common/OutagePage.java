package org.pilet.web.common;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * The page shown while the database is away. Written without Faces, session or database, for these may be what fails; it
 * asks again every five seconds, and a reader of a page gets back to that page.
 */
@ApplicationScoped
public class OutagePage {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%1$s" dir="%2$s"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width">
            %3$s<title>%4$s</title>
            <style>body{font:16px/1.6 system-ui,sans-serif;margin:0;min-height:100vh;display:grid;place-items:center;
            color-scheme:light dark;background:Canvas;color:CanvasText}main{max-width:28rem;padding:24px}
            h1{font-size:20px;margin:0 0 8px}p{margin:0 0 8px}</style></head>
            <body><main><h1>%4$s</h1><p>%5$s</p><p>%6$s</p></main></body></html>
            """;

    @Inject
    private Texts texts;

    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Language language = Language.preferred(request);
        Map<String, String> words = texts.in(language);
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        boolean read = "GET".equals(request.getMethod());
        response.getWriter()
                .write(PAGE.formatted(
                        language.tag(),
                        language.direction(),
                        read ? "<meta http-equiv=\"refresh\" content=\"5\">" : "",
                        words.get("outage.title"),
                        words.get("outage.text"),
                        words.get(read ? "outage.again" : "outage.kept")));
    }
}
