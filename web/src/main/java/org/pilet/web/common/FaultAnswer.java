package org.pilet.web.common;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pilet.platform.Refusal;

/**
 * What the reader gets when something was thrown: a refusal becomes its status, an absent database a page that tries
 * again by itself, any other fault one log line with an incident id and a page that shows only the id.
 */
@ApplicationScoped
class FaultAnswer {

    @Inject
    private OutagePage outagePage;

    void write(HttpServletRequest request, HttpServletResponse response, Exception thrown) throws IOException {
        if (Faults.isAbortedByReader(thrown)) {
            return;
        }
        Refusal refusal = Faults.refusal(thrown).orElse(null);
        if (refusal != null) {
            sendError(response, status(refusal.kind()));
        } else if (Faults.isForbidden(thrown)) {
            sendError(response, HttpServletResponse.SC_FORBIDDEN);
        } else if (Faults.isOutage(thrown)) {
            outage(request, response);
        } else {
            fault(request, response, Faults.log(thrown, request.getMethod() + " " + Paths.of(request)));
        }
    }

    static int status(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpServletResponse.SC_BAD_REQUEST;
            case NOT_FOUND -> HttpServletResponse.SC_NOT_FOUND;
            case FORBIDDEN -> HttpServletResponse.SC_FORBIDDEN;
            case CONFLICT -> HttpServletResponse.SC_CONFLICT;
            case TOO_LARGE -> HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
            case THROTTLED -> 429;
        };
    }

    private void outage(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.reset();
        response.setHeader("Retry-After", "5");
        if (Paths.isApi(request)) {
            Problems.unavailable(response);
        } else {
            outagePage.write(request, response);
        }
    }

    private static void fault(HttpServletRequest request, HttpServletResponse response, Incident incident)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        request.setAttribute(ErrorPage.INCIDENT, incident.id());
        if (Paths.isApi(request)) {
            response.reset();
            Problems.fault(response, incident.id());
        } else {
            sendError(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    private static void sendError(HttpServletResponse response, int status) throws IOException {
        if (!response.isCommitted()) {
            response.reset(); // the page that failed has left a nonce that the error page's scripts do not have
            response.sendError(status);
        }
    }
}
