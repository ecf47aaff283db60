package org.pilet.web.portal;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.pilet.notifications.Unsubscribing;
import org.pilet.security.LinkExpired;

/**
 * Where mails that can be switched off lead: people to a page that asks, since looking at a link must change nothing; mail
 * programs that post (RFC 8058) to the end of such mails at once.
 */
@WebServlet("/unsubscribe")
public class Unsubscribe extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String PAGE = "/portal/open/unsubscribe.xhtml";

    @EJB
    private transient Unsubscribing unsubscribing;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + PAGE + "?token=" + encoded(token(request)));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String token = token(request);
        boolean program = "One-Click".equals(request.getParameter("List-Unsubscribe"));
        try {
            unsubscribing.leave(token);
        } catch (LinkExpired expired) {
            if (program) {
                response.sendError(HttpServletResponse.SC_GONE);
                return;
            }
        }
        if (!program) {
            response.sendRedirect(request.getContextPath() + PAGE + "?done=true&token=" + encoded(token));
        }
    }

    private static String token(HttpServletRequest request) {
        String token = request.getParameter("token");
        return token == null ? "" : token;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
