package org.pilet.web.common;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.pilet.platform.Refusal;
import org.pilet.platform.Roles;
import org.pilet.platform.Settings;

/** Address and password in, then on to the page that was asked for. */
@Named
@RequestScoped
public class SignInPage {

    private static final List<DemoAccount> DEMO_ACCOUNTS = List.of(
            new DemoAccount(Roles.AGENT, "mari@pilet.test"),
            new DemoAccount(Roles.TEAM_LEAD, "tamar@pilet.test"),
            new DemoAccount(Roles.BATCH_OPERATOR, "oskar@pilet.test"),
            new DemoAccount(Roles.ADMINISTRATOR, "ada@pilet.test"),
            new DemoAccount(Roles.CUSTOMER, "anna@northwind.test"));

    /** A role and the address that signs in with it. */
    public record DemoAccount(String role, String email) {}

    @Inject
    private SecurityContext security;

    @Inject
    private FacesContext faces;

    @Inject
    private ExternalContext external;

    @Inject
    private PageTexts texts;

    @Inject
    private Viewer viewer;

    @Inject
    private Settings settings;

    private String email;
    private String password;
    private String to;
    private boolean out;

    /** Whoever is signed in already needs no such page, unless it was by a link to one request only. */
    public void load() throws IOException {
        if (viewer.isSignedIn() && !viewer.isLimited()) {
            leave();
        }
    }

    public void signIn() throws IOException {
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        AuthenticationStatus status = security.authenticate(
                request,
                (HttpServletResponse) external.getResponse(),
                AuthenticationParameters.withParams()
                        .newAuthentication(true)
                        .credential(new SignInAttempt(email, password, request.getRemoteAddr())));
        password = null;
        if (status == AuthenticationStatus.SUCCESS) {
            viewer.refresh();
            leave();
        } else {
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, reason(request), null));
        }
    }

    /** Demo accounts are shown on the page only where they exist: in the embedded mode. */
    public boolean isDemo() {
        return Boolean.parseBoolean(settings.environment("pilet.demo", "false"));
    }

    /** One account per role, as the launcher's greeting names them. */
    public List<DemoAccount> getDemoAccounts() {
        return DEMO_ACCOUNTS;
    }

    private String reason(HttpServletRequest request) {
        return request.getAttribute(DeskAuthentication.REFUSAL) instanceof Refusal refusal
                ? texts.refusal(refusal)
                : texts.get("signIn.failed");
    }

    private void leave() throws IOException {
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        external.redirect(request.getContextPath() + Paths.ownOr(to, Home.pathFor(request)));
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public boolean isOut() {
        return out;
    }

    public void setOut(boolean out) {
        this.out = out;
    }
}
