package org.pilet.web.common;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A redirect that the Faces script understands: an ordinary one would be followed by the script, not by the page. */
final class PartialRedirect {

    private PartialRedirect() {}

    static void write(HttpServletResponse response, String url) throws IOException {
        response.setContentType("text/xml");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response id=\"j_id1\"><redirect url=\""
                        + url.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;")
                        + "\"/></partial-response>");
    }
}
