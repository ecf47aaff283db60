package org.pilet.security;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pilet.people.NewPerson;
import org.pilet.platform.Outbox;
import org.pilet.platform.Roles;

/** Signing in, registering, choosing a password. */
@Stateless
@PermitAll // all of it happens before anybody is known; links and passwords are the proof
public class Accounts {

    /** How long a link to choose a password works. */
    public static final Duration PASSWORD_LINK = Duration.ofHours(24);

    private static final String PURPOSE = "password";

    @EJB
    private SignInOutcomes outcomes;

    @EJB
    private Registration registration;

    @Inject
    private SignInThrottle throttle;

    @Inject
    private AccountStore accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private SignedLinks links;

    @Inject
    private Outbox outbox;

    /** Refused with {@link SignInRefused}; failures are counted per account and per network address. */
    public SignedIn signIn(String email, String password, String remoteAddress) {
        if (throttle.isClosedTo(remoteAddress)) {
            throw SignInRefused.tooMany(600);
        }
        SignInOutcomes.Outcome outcome = outcomes.attempt(email == null ? "" : email, password);
        if (outcome.signedIn() != null) {
            return outcome.signedIn();
        }
        throttle.failed(remoteAddress);
        throw outcome.lockedSeconds() > 0 ? SignInRefused.tooMany(outcome.lockedSeconds()) : SignInRefused.wrong();
    }

    /**
     * Sends a link to choose a password to this address, making the person known first. Answers alike whether the
     * address was known or not. The same gesture registers, and resets a forgotten password.
     */
    public void invite(String name, String email, String language) {
        long personId = registration.personFor(NewPerson.customer(name, email, language));
        int version = accounts.find(personId).map(Account::version).orElse(0);
        String token = links.sign(PURPOSE, personId + ":" + version, PASSWORD_LINK);
        String payload = Json.createObjectBuilder()
                .add("event", "account.choosePassword")
                .add("personId", personId)
                .add("token", token)
                .build()
                .toString();
        outbox.put("notify", "password:" + UUID.randomUUID(), payload, null);
    }

    /** Sets the password of whom the link was sent to; each link works once. Refused with {@link LinkExpired}. */
    public SignedIn choosePassword(String token, String password) {
        String[] subject = links.verify(PURPOSE, token).split(":");
        long personId = Long.parseLong(subject[0]);
        Optional<Account> known = accounts.find(personId);
        if (known.map(Account::version).orElse(0) != Integer.parseInt(subject[1])) {
            throw new LinkExpired();
        }
        Account account = known.orElseGet(() -> open(personId));
        account.choosePassword(passwords.hash(password));
        return new SignedIn(personId, account.roles());
    }

    /** Opens an account with these roles and a first password; for set-up and demo data. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SYSTEM})
    public void open(long personId, String password, Set<String> roles) {
        Account account = new Account(personId, roles);
        account.choosePassword(passwords.hash(password));
        accounts.add(account);
    }

    private Account open(long personId) {
        Account account = new Account(personId, Set.of(Roles.CUSTOMER));
        accounts.add(account);
        return account;
    }
}
