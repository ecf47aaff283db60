package org.pilet.web.common;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.pilet.people.People;
import org.pilet.people.PersonView;
import org.pilet.people.Profile;

/** Language and theme, chosen in the menu of any page; a plain form, then back to that page. */
@WebServlet("/preferences")
public class Preferences extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private People people;

    @Inject
    private Viewer viewer;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String theme = request.getParameter("theme");
        if (theme != null && theme.matches("light|dark|auto")) {
            keep(request, response, Viewer.THEME_COOKIE, theme);
        }
        Language language =
                Language.ofTag(String.valueOf(request.getParameter("language"))).orElse(null);
        if (language != null) {
            keep(request, response, Viewer.LANGUAGE_COOKIE, language.tag());
            if (viewer.isSignedIn()) {
                speak(language);
            }
        }
        response.sendRedirect(request.getContextPath() + Paths.ownOr(request.getParameter("here"), "/"));
    }

    private void speak(Language language) {
        PersonView me = people.myself();
        people.changeProfile(new Profile(me.name(), me.phone(), language.tag(), me.zone()));
        viewer.refresh();
    }

    private static void keep(HttpServletRequest request, HttpServletResponse response, String name, String value) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath(request.getContextPath() + "/");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
