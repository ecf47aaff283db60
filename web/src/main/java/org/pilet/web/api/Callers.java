package org.pilet.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.pilet.platform.Roles;
import org.pilet.web.common.DeskAuthentication;
import org.pilet.web.common.TokenCaller;

/** Who the token speaks for. */
@RequestScoped
public class Callers {

    private static final List<String> DESK = List.of(Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR);

    @Inject
    private HttpServletRequest request;

    /** Works tickets, as opposed to asking for something. */
    boolean isStaff() {
        return DESK.stream().anyMatch(request::isUserInRole);
    }

    Set<String> roles() {
        Set<String> roles = new TreeSet<>(DESK);
        roles.addAll(List.of(Roles.CUSTOMER, Roles.BATCH_OPERATOR));
        roles.removeIf(role -> !request.isUserInRole(role));
        return roles;
    }

    Set<String> scopes() {
        return request.getAttribute(DeskAuthentication.TOKEN_CALLER) instanceof TokenCaller caller
                ? new TreeSet<>(caller.scopes())
                : Set.of();
    }
}
