package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pilet.conversation.CannedResponses;
import org.pilet.platform.Refusal;

/** Gives the composer's script the ready-made words that fit what is typed, filled in for the ticket; counts their use. */
@WebServlet("/agent/canned")
public class CannedAnswers extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB
    private CannedResponses responses;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            JsonArrayBuilder found = Json.createArrayBuilder();
            responses
                    .forTicket(Long.parseLong(request.getParameter("ticket")), request.getParameter("q"))
                    .forEach(each -> found.add(Json.createObjectBuilder()
                            .add("id", each.id())
                            .add("shortcut", each.shortcut())
                            .add("title", each.title())
                            .add("html", each.html())));
            response.setContentType("application/json");
            response.setCharacterEncoding("UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.getWriter().write(found.build().toString());
        } catch (NumberFormatException | Refusal none) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        try {
            responses.used(Long.parseLong(request.getParameter("id")));
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (NumberFormatException | Refusal none) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
