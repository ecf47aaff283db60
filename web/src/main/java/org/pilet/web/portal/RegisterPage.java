package org.pilet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.pilet.security.Accounts;
import org.pilet.web.common.Viewer;

/**
 * Asks for the link to choose a password: somebody new gives a name as well, somebody who has forgotten theirs the
 * address only. Says the same to all, so that nobody learns which addresses are known.
 */
@Named
@RequestScoped
public class RegisterPage {

    @Inject
    private Accounts accounts;

    @Inject
    private MailThrottle throttle;

    @Inject
    private Viewer viewer;

    @Inject
    private HttpServletRequest request;

    private String name;
    private String email;
    private boolean sent;

    public void send() {
        if (throttle.allows(email, request.getRemoteAddr())) {
            accounts.invite(name, email, viewer.getLang());
        }
        sent = true;
    }

    public boolean isSent() {
        return sent;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
