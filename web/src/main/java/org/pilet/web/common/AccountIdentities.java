package org.pilet.web.common;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import org.pilet.security.Accounts;
import org.pilet.security.SignedIn;

/** People with a password. A wrong or throttled attempt is a refusal, which the sign-in page shows. */
@ApplicationScoped
public class AccountIdentities implements IdentityStore {

    @Inject
    private Accounts accounts;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (credential instanceof SignInAttempt attempt) {
            return valid(accounts.signIn(attempt.getCaller(), attempt.getPasswordAsString(), attempt.remoteAddress()));
        }
        return credential instanceof ChosenPassword chosen
                ? valid(accounts.choosePassword(chosen.token(), chosen.password()))
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    private static CredentialValidationResult valid(SignedIn person) {
        return new CredentialValidationResult(String.valueOf(person.personId()), person.roles());
    }
}
