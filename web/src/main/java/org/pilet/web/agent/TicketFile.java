package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pilet.platform.Refusal;
import org.pilet.reporting.TicketFiles;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketView;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Times;
import org.pilet.web.common.Viewer;

/** A ticket to keep or to hand on: {@code ?number=…&as=pdf|zip}, with {@code &notes=true} the internal notes too. */
@WebServlet("/agent/ticket-file")
public class TicketFile extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB
    private TicketFinder finder;

    @EJB
    private TicketFiles files;

    @Inject
    private PageTexts texts;

    @Inject
    private Times times;

    @Inject
    private Viewer viewer;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            TicketView ticket = finder.byNumber(String.valueOf(request.getParameter("number")));
            boolean notes = "true".equals(request.getParameter("notes"));
            boolean zip = "zip".equals(request.getParameter("as"));
            response.setHeader("Cache-Control", "no-store");
            response.setHeader(
                    "Content-Disposition", "attachment; filename=\"" + ticket.number() + (zip ? ".zip\"" : ".pdf\""));
            response.setContentType(zip ? "application/zip" : "application/pdf");
            if (zip) {
                files.zip(ticket.id(), notes, labels(ticket), response.getOutputStream());
            } else {
                ByteArrayOutputStream pdf = new ByteArrayOutputStream(); // a fault must not leave half a file
                files.pdf(ticket.id(), notes, labels(ticket), pdf);
                pdf.writeTo(response.getOutputStream());
            }
        } catch (Refusal hidden) {
            response.reset();
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private TicketFiles.Labels labels(TicketView ticket) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(texts.get("field.status"), texts.the(ticket.status()));
        facts.put(texts.get("field.priority"), texts.the(ticket.priority()));
        facts.put(texts.get("field.queue"), ticket.queueName());
        facts.put(texts.get("field.category"), ticket.categoryName());
        facts.put(texts.get("field.requester"), ticket.requesterName());
        facts.put(texts.get("field.owner"), ticket.ownerName() == null ? texts.get("nobody") : ticket.ownerName());
        facts.put(texts.get("field.created"), times.minute(ticket.createdAt()));
        return new TicketFiles.Labels(viewer.getLocale(), viewer.getZone(), texts.get("message.internal"), facts);
    }
}
