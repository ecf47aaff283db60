package org.pilet.security;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.pilet.platform.Clock;

/** Counts what must be kept although the refused sign-in rolls back: returns instead of refusing. */
@Stateless
@PermitAll // nobody is signed in yet
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SignInOutcomes {

    @Inject
    private AccountStore accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private Clock clock;

    /** The proven identity, or how many seconds to wait (0: wrong address or password). */
    public record Outcome(SignedIn signedIn, long lockedSeconds) {}

    public Outcome attempt(String email, String password) {
        Optional<Account> found = accounts.personByAddress(email).flatMap(accounts::find);
        long locked = found.map(a -> a.lockedSeconds(clock.now())).orElse(0L);
        if (locked > 0) {
            return new Outcome(null, locked);
        }
        String hash = found.filter(Account::isActive).map(Account::passwordHash).orElse(null);
        if (passwords.matches(password, hash)) {
            Account account = found.orElseThrow();
            account.signedIn(clock.now());
            return new Outcome(new SignedIn(account.personId(), account.roles()), 0);
        }
        found.ifPresent(account -> account.failed(clock.now()));
        return new Outcome(null, 0);
    }
}
