package org.pilet.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.security.Access;
import org.pilet.security.Permission;
import org.pilet.tickets.TicketFinder;

/** Which ticket an address means, and which version of it the caller has seen. */
@RequestScoped
public class TicketRefs {

    private static final String ID = "id:";
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

    @Inject
    private Access access;

    @Inject
    private TicketFinder finder;

    @Inject
    private HttpServletRequest request;

    /**
     * From a number, or {@code id:} and an id. Refused with {@link NotFound} when the caller may not see it, before
     * anything else about them is looked at: an operation for staff would answer a customer 403 where there is such a
     * ticket and 404 where there is none, and numbers could be probed.
     */
    long idOf(String reference) {
        long id = referred(reference);
        access.require(Permission.VIEW, finder.scope(id));
        return id;
    }

    private long referred(String reference) {
        if (!reference.startsWith(ID)) {
            return finder.idOf(reference);
        }
        String id = reference.substring(ID.length());
        if (!id.matches("\\d{1,18}")) {
            throw new NotFound("ticket", reference);
        }
        return Long.parseLong(id);
    }

    /** From {@code If-Match}; null when the caller does not mind what has changed. */
    Integer seenVersion() {
        String tag = request.getHeader(HttpHeaders.IF_MATCH);
        if (tag == null || tag.strip().equals("*")) {
            return null;
        }
        Matcher form = TAG.matcher(tag.strip());
        if (!form.matches()) {
            throw new InvalidInput(HttpHeaders.IF_MATCH, "malformed", tag);
        }
        return Integer.valueOf(form.group(1));
    }

    static String tag(int version) {
        return String.valueOf(version);
    }
}
