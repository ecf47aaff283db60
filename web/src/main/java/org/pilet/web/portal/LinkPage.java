package org.pilet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.pilet.security.TicketLinks;
import org.pilet.web.common.LinkSignIn;

/**
 * A link from a mail that no longer opens its request. A new one goes to the address that had the old one; the answer is
 * the same for a link that never was one of ours.
 */
@Named
@RequestScoped
public class LinkPage {

    @Inject
    private TicketLinks links;

    @Inject
    private MailThrottle throttle;

    @Inject
    private HttpServletRequest request;

    private boolean other;
    private boolean sent;

    public void send() {
        HttpSession session = request.getSession(false);
        Object stale = session == null ? null : session.getAttribute(LinkSignIn.STALE);
        if (stale instanceof String token && throttle.allows(token, request.getRemoteAddr())) {
            links.sendAgain(token);
        }
        sent = true;
    }

    /** Somebody else is signed in here than the one whom the link is for. */
    public boolean isOther() {
        return other;
    }

    public void setOther(boolean other) {
        this.other = other;
    }

    public boolean isSent() {
        return sent;
    }
}
