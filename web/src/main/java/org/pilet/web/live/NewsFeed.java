package org.pilet.web.live;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import org.pilet.notifications.News;
import org.pilet.notifications.NewsItem;
import org.pilet.notifications.QuietHours;
import org.pilet.people.PersonalSettings;
import org.pilet.platform.Clock;
import org.pilet.web.agent.NewsWords;
import org.pilet.web.common.Viewer;

/** Tells a page's script how much news is unread and what the newest says; and that a ticket's news have been read. */
@WebServlet("/agent/news")
public class NewsFeed extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB
    private News news;

    @EJB
    private PersonalSettings settings;

    @Inject
    private NewsWords words;

    @Inject
    private Viewer viewer;

    @Inject
    private Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        long unread = news.unread();
        NewsItem newest = unread == 0
                ? null
                : news.page(null, 1).stream()
                        .filter(item -> !item.read())
                        .findFirst()
                        .orElse(null);
        response.getWriter()
                .write(Json.createObjectBuilder()
                        .add("unread", unread)
                        .add("newest", newest == null ? 0 : newest.id())
                        .add("words", newest == null ? "" : words.of(newest) + " " + newest.ticketSubject())
                        .add("quiet", isQuiet(clock.now()))
                        .build()
                        .toString());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        try {
            news.readOn(Long.parseLong(request.getParameter("ticket")));
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (NumberFormatException none) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private boolean isQuiet(Instant now) {
        return settings.get("quiet")
                .flatMap(QuietHours::of)
                .map(hours -> hours.holds(now, viewer.getZone()))
                .orElse(false);
    }
}
