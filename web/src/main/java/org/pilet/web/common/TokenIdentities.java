package org.pilet.web.common;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import org.pilet.security.ApiTokens;
import org.pilet.security.TokenIdentity;

/** Programs with an API token: they act as the token's person, within the token's scopes. */
@ApplicationScoped
public class TokenIdentities implements IdentityStore {

    @Inject
    private ApiTokens tokens;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof BearerToken bearer)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        return tokens.authenticate(bearer.token())
                .map(TokenIdentities::valid)
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }

    private static CredentialValidationResult valid(TokenIdentity identity) {
        return new CredentialValidationResult(
                new TokenCaller(identity.personId(), identity.scopes()), identity.roles());
    }
}
