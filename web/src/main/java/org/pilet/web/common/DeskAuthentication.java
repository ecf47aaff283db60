package org.pilet.web.common;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.pilet.platform.Refusal;

/**
 * Who is calling. Pages: whoever signed in is kept in the session under our own attribute, not in a container's
 * registration, because containers differ there (Payara forgets roles on the request it restores after a login).
 * A signed link to a ticket signs in as well, limited to that ticket: see {@link LinkSignIn}.
 * API: a bearer token with each request, never a session. Strangers on a protected page go to the sign-in page and
 * come back; strangers on the API get 401.
 */
@ApplicationScoped
public class DeskAuthentication implements HttpAuthenticationMechanism {

    /** Request attribute: the refusal with which a sign-in ended, for the page that asked for it. */
    public static final String REFUSAL = "org.pilet.signInRefusal";

    /** Request attribute: the {@link TokenCaller} of an API request. */
    public static final String TOKEN_CALLER = "org.pilet.tokenCaller";

    private static final String BEARER = "Bearer ";

    @Inject
    private IdentityStoreHandler identities;

    @Inject
    private LinkSignIn links;

    @Inject
    private FaultAnswer faultAnswer;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Credential credential = context.getAuthParameters().getCredential();
        if (credential != null) {
            return signIn(request, context, credential);
        }
        try {
            return Paths.isApi(request) ? token(request, response, context) : session(request, response, context);
        } catch (RuntimeException fault) { // containers ask before any filter runs, so the outer wall is not reached
            send(() -> faultAnswer.write(request, response, fault));
            return AuthenticationStatus.SEND_FAILURE;
        }
    }

    @Override
    public void cleanSubject(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        SessionIdentity.forget(request);
        context.cleanClientSubject();
    }

    private AuthenticationStatus signIn(HttpServletRequest request, HttpMessageContext context, Credential credential) {
        try {
            CredentialValidationResult result = identities.validate(credential);
            if (result.getStatus() != CredentialValidationResult.Status.VALID) {
                return AuthenticationStatus.SEND_FAILURE;
            }
            new SessionIdentity(result.getCallerPrincipal().getName(), Set.copyOf(result.getCallerGroups()))
                    .keep(request);
            return context.notifyContainerAboutLogin(result);
        } catch (Refusal refusal) {
            request.setAttribute(REFUSAL, refusal);
            return AuthenticationStatus.SEND_FAILURE;
        }
    }

    private AuthenticationStatus session(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (LinkSignIn.isAsked(request)) {
            send(() -> links.answer(request, response));
            return AuthenticationStatus.SEND_CONTINUE;
        }
        SessionIdentity identity = SessionIdentity.of(request);
        if (identity != null) {
            return context.notifyContainerAboutLogin(new CallerPrincipal(identity.name()), identity.roles());
        }
        if (!context.isProtected()) {
            return context.doNothing();
        }
        send(() -> SignInRedirect.send(request, response));
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private AuthenticationStatus token(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            CredentialValidationResult result =
                    validateToken(header.substring(BEARER.length()).trim());
            if (result.getStatus() == CredentialValidationResult.Status.VALID) {
                request.setAttribute(TOKEN_CALLER, result.getCallerPrincipal());
                return context.notifyContainerAboutLogin(result);
            }
        } else if (!context.isProtected()) {
            return context.doNothing();
        }
        send(() -> Problems.unauthorized(request, response));
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private CredentialValidationResult validateToken(String token) {
        try {
            return identities.validate(new BearerToken(token));
        } catch (Refusal refused) {
            return CredentialValidationResult.INVALID_RESULT;
        }
    }

    private static void send(Answer answer) {
        try {
            answer.send();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Answer {
        void send() throws IOException;
    }
}
