package org.pilet.web.common;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.pilet.people.PersonalSettings;
import org.pilet.platform.Refusal;

/** Takes what a page's script lets people set for themselves, such as the columns of their lists. */
@WebServlet("/own-settings")
public class OwnSettings extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** What is set elsewhere is checked there. */
    private static final Set<String> KEYS = Set.of("list.columns", "list.preview", Viewer.KEYS);

    @EJB
    private PersonalSettings settings;

    @Inject
    private Viewer viewer;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        String key = request.getParameter("key");
        if (request.getUserPrincipal() == null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (key == null || !KEYS.contains(key)) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            try {
                settings.put(key, request.getParameter("value"));
                viewer.refresh();
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            } catch (Refusal no) {
                response.setStatus(FaultAnswer.status(no.kind()));
            }
        }
    }
}
