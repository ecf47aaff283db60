package org.pilet.web.common;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.pilet.platform.Roles;
import org.pilet.security.LinkExpired;
import org.pilet.security.TicketLinks;

/**
 * The link in a mail that opens one request. It signs its owner in for that request only and is answered by a redirect,
 * so that it stays neither in the address line nor in a referrer. Whoever is signed in properly stays so: somebody
 * else's link must not take an agent's session away.
 */
@ApplicationScoped
public class LinkSignIn {

    /** Session attribute: the link that no longer works, for the page that offers a new one. */
    public static final String STALE = "org.pilet.staleLink";

    private static final String PAGE = "/portal/request.xhtml";
    private static final String TOKEN = "token";

    @Inject
    private TicketLinks links;

    static boolean isAsked(HttpServletRequest request) {
        return "GET".equals(request.getMethod())
                && Paths.of(request).equals(PAGE)
                && request.getParameter(TOKEN) != null;
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect(request.getContextPath() + open(request, request.getParameter(TOKEN)));
    }

    private String open(HttpServletRequest request, String token) {
        try {
            TicketLinks.Opened link = links.open(token);
            SessionIdentity known = SessionIdentity.of(request);
            if (known == null || known.isLimited()) {
                new SessionIdentity(link.callerName(), Set.of(Roles.CUSTOMER)).keep(request);
            } else if (!known.isPerson(link.personId())) {
                return "/portal/open/link.xhtml?other=true";
            }
            return PAGE + "?id=" + link.ticketId();
        } catch (LinkExpired expired) {
            request.getSession().setAttribute(STALE, token);
            return "/portal/open/link.xhtml";
        }
    }
}
