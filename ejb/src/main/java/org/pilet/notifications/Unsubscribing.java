package org.pilet.notifications;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import org.pilet.people.People;
import org.pilet.people.PersonView;
import org.pilet.platform.Roles;
import org.pilet.security.LinkExpired;
import org.pilet.security.SignedLinks;

/**
 * Switches mails off by the link that each of them carries (RFC 8058): whoever holds the mail may, without signing in. What
 * somebody is owed, such as an answer or a link they asked for, carries no such link.
 */
@Stateless
@PermitAll // the token in the link is the right to do this one thing
@RunAs(Roles.SYSTEM)
public class Unsubscribing {

    static final String PURPOSE = "unsubscribe";
    static final Duration VALID = Duration.ofDays(180);

    /** What stands in a token for the digest; kinds of news stand by their names. */
    static final String DIGEST = "DIGEST";

    /** What stands in a token for the nightly report. */
    static final String REPORT = "REPORT";

    @EJB
    private People people;

    @Inject
    private SignedLinks links;

    @Inject
    private NewsStore store;

    /**
     * What a link would switch off.
     *
     * @param from DIGEST, REPORT or a kind of news
     */
    public record Wish(String language, String address, String from) {}

    /** Refused with {@link LinkExpired}. */
    public Wish read(String token) {
        String[] subject = links.verify(PURPOSE, token).split("#", 2);
        PersonView person = people.view(Long.parseLong(subject[0]));
        return new Wish(person.language(), person.email(), subject[1]);
    }

    /** Switches it off; once more changes nothing. Refused with {@link LinkExpired}. */
    public Wish leave(String token) {
        Wish wish = read(token);
        long personId = Long.parseLong(links.verify(PURPOSE, token).split("#", 2)[0]);
        switch (wish.from()) {
            case DIGEST -> store.leaveDigest(personId);
            case REPORT -> store.leaveReport(personId);
            default -> store.leaveMails(personId, NewsKind.valueOf(wish.from()));
        }
        return wish;
    }
}
