package org.pilet.web.common;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Set;

/**
 * What a session remembers of whoever signed in.
 *
 * @param name the person's id; with {@code #} and a ticket's id for whoever came by a link and may see only that ticket
 */
record SessionIdentity(String name, Set<String> roles) implements Serializable {

    private static final String ATTRIBUTE = "org.pilet.signedIn";
    private static final int WORKING_DAY_SECONDS = 8 * 60 * 60;

    /** Who is signed in, or null. */
    static SessionIdentity of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : (SessionIdentity) session.getAttribute(ATTRIBUTE);
    }

    static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }

    void keep(HttpServletRequest request) {
        HttpSession session = request.getSession();
        request.changeSessionId(); // or a session id planted before the sign-in would be signed in too
        session.setMaxInactiveInterval(WORKING_DAY_SECONDS);
        session.setAttribute(ATTRIBUTE, this);
    }

    boolean isLimited() {
        return name.indexOf('#') >= 0;
    }

    boolean isPerson(long personId) {
        return name.equals(String.valueOf(personId));
    }
}
