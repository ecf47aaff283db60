package org.pilet.web.admin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.pilet.channels.mail.InboundMails;
import org.pilet.platform.NotFound;

/** The source of a mail of the log as a file; always a download, whatever is in it. */
@WebServlet("/mail-source")
public class MailSourceFile extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private InboundMails mails;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = request.getParameter("mail");
        if (id == null || !id.matches("\\d{1,18}")) {
            throw new NotFound("mail", id);
        }
        try (InputStream source = mails.raw(Long.parseLong(id))) {
            response.setContentType("application/octet-stream");
            response.setHeader("Cache-Control", "private, no-store");
            response.setHeader("Content-Disposition", "attachment; filename=\"mail-" + id + ".eml\"");
            source.transferTo(response.getOutputStream());
        }
    }
}
