package org.pilet.web.portal;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import org.pilet.platform.Refusal;
import org.pilet.security.LinkExpired;
import org.pilet.web.common.ChosenPassword;
import org.pilet.web.common.DeskAuthentication;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Viewer;

/** Whoever got the link by mail chooses a password and is signed in with it. */
@Named
@ViewScoped
public class PasswordPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String TOKEN = "org.pilet.passwordToken";

    @Inject
    private SecurityContext security;

    @Inject
    private PageTexts texts;

    @Inject
    private Viewer viewer;

    private String token;
    private String password;
    private boolean expired;

    /** The link leaves the address line at once; it waits in the session until the password is chosen. */
    public void load() throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        HttpSession session = ((HttpServletRequest) external.getRequest()).getSession();
        if (token != null) {
            session.setAttribute(TOKEN, token);
            external.redirect(external.getRequestContextPath() + "/portal/open/password.xhtml");
        } else {
            token = (String) session.getAttribute(TOKEN);
            expired = token == null;
        }
    }

    public void choose() throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        AuthenticationStatus status = security.authenticate(
                request,
                (HttpServletResponse) external.getResponse(),
                AuthenticationParameters.withParams()
                        .newAuthentication(true)
                        .credential(new ChosenPassword(token, password)));
        password = null;
        if (status == AuthenticationStatus.SUCCESS) {
            request.getSession().removeAttribute(TOKEN);
            viewer.refresh();
            external.redirect(external.getRequestContextPath() + "/");
        } else {
            refused(request.getAttribute(DeskAuthentication.REFUSAL));
        }
    }

    private void refused(Object reason) {
        expired = reason instanceof LinkExpired;
        String text = reason instanceof Refusal refusal ? texts.refusal(refusal) : texts.get("signIn.failed");
        if (!expired) {
            FacesContext.getCurrentInstance()
                    .addMessage("choose:password", new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
        }
    }

    public boolean isExpired() {
        return expired;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
