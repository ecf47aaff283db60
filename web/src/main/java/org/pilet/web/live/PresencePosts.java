package org.pilet.web.live;

import jakarta.ejb.EJB;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pilet.platform.Refusal;
import org.pilet.teamwork.Presences;
import org.pilet.teamwork.Turns;
import org.pilet.tickets.TicketLocks;

/** A ticket's page says that somebody has it open, or is writing, or has gone; and hears who else is there. */
@WebServlet("/agent/presence")
public class PresencePosts extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB
    private Presences presences;

    @EJB
    private Turns turns;

    @EJB
    private TicketLocks locks;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        try {
            long ticket = Long.parseLong(request.getParameter("ticket"));
            String state = request.getParameter("state");
            if ("gone".equals(state) || "left".equals(state)) {
                presences.gone(ticket);
                if ("left".equals(state)) {
                    turns.left(ticket, page(request));
                }
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
                return;
            }
            response.setHeader("Desk-Other", turns.open(ticket, page(request)).orElse(""));
            if ("typing".equals(state)) {
                locks.renew(ticket);
            }
            JsonArrayBuilder others = Json.createArrayBuilder();
            presences
                    .here(ticket, "typing".equals(state))
                    .forEach(each -> others.add(
                            Json.createObjectBuilder().add("name", each.name()).add("typing", each.typing())));
            response.setContentType("application/json");
            response.setCharacterEncoding("UTF-8");
            response.getWriter().write(others.build().toString());
        } catch (NumberFormatException | Refusal none) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static String page(HttpServletRequest request) {
        String page = request.getParameter("page");
        return page == null || !page.matches("[a-z0-9]{1,40}") ? "" : page;
    }
}
