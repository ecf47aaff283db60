package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.pilet.platform.NotFound;
import org.pilet.teamwork.TaskFeeds;

/** Somebody's tasks for calendar programs, which cannot sign in: the address itself is the secret. */
@WebServlet("/calendar/*")
public class TaskFeedFile extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String END = ".ics";

    @EJB
    private transient TaskFeeds feeds;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if (path == null || !path.endsWith(END) || path.length() <= END.length() + 1) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            byte[] text =
                    feeds.read(path.substring(1, path.length() - END.length())).getBytes(StandardCharsets.UTF_8);
            response.setContentType("text/calendar");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setHeader("Cache-Control", "private, no-cache");
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setContentLength(text.length);
            response.getOutputStream().write(text);
        } catch (NotFound nobodys) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
