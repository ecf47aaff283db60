package org.pilet.web.common;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** What went wrong in a few words, and the way out; touches neither session nor database. */
@Named
@RequestScoped
public class ErrorPage {

    /** Request attribute: the incident's id. */
    static final String INCIDENT = "org.pilet.incident";

    @Inject
    private HttpServletRequest request;

    /** 403, 404 or 500: which words to show. */
    public int getStatus() {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (status instanceof Integer code && code == 403) {
            return code;
        }
        if (status instanceof Integer code && (code == 404 || code == 400)) { // an address that nothing answers to
            return 404;
        }
        return 500;
    }

    /** The id to quote, or null when nothing of ours failed. */
    public String getIncident() {
        Object incident = request.getAttribute(INCIDENT);
        String shown = incident == null ? request.getParameter("incident") : incident.toString();
        return shown != null && shown.matches("[0-9A-Z]{6}") ? shown : null;
    }
}
