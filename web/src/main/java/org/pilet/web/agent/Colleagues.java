package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pilet.platform.Refusal;
import org.pilet.tickets.QueueView;
import org.pilet.tickets.Queues;
import org.pilet.tickets.TicketFinder;

/** Gives the composer's script the names that may stand behind an @ on a ticket: all but the caller's own. */
@WebServlet("/agent/colleagues")
public class Colleagues extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB
    private TicketFinder finder;

    @EJB
    private Queues queues;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            long ticket = Long.parseLong(request.getParameter("ticket"));
            JsonArrayBuilder names = Json.createArrayBuilder();
            long me = Long.parseLong(request.getUserPrincipal().getName());
            queues.workers(finder.view(ticket).queueId()).stream()
                    .filter(worker -> worker.personId() != me)
                    .map(QueueView.Worker::name)
                    .forEach(names::add);
            response.setContentType("application/json");
            response.setCharacterEncoding("UTF-8");
            response.setHeader("Cache-Control", "private, max-age=300");
            response.getWriter().write(names.build().toString());
        } catch (NumberFormatException | Refusal none) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
