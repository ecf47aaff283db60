package org.pilet.web.common;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pilet.platform.Roles;

/** The bare address leads everybody to where their work is. */
@WebServlet("")
public class Home extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect(request.getContextPath() + pathFor(request));
    }

    static String pathFor(HttpServletRequest request) {
        if (request.getUserPrincipal() == null) {
            return Paths.SIGN_IN;
        }
        if (request.isUserInRole(Roles.AGENT) || request.isUserInRole(Roles.TEAM_LEAD)) {
            return "/agent/index.xhtml";
        }
        if (request.isUserInRole(Roles.BATCH_OPERATOR)) {
            return "/reports/jobs.xhtml";
        }
        return request.isUserInRole(Roles.ADMINISTRATOR) ? "/admin/outbox.xhtml" : "/portal/index.xhtml";
    }
}
