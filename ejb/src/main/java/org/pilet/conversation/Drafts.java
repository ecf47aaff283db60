package org.pilet.conversation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Permission;
import org.pilet.tickets.TicketFinder;

/**
 * The caller's own unsent words, kept on the server as they are typed, so that no ended session, redeployment or closed
 * browser loses them. One draft a place: {@code ticket/<id>}, {@code review/<id>} for what
 * one thinks of a colleague's answer there, {@code transfer/<id>} for what goes with the ticket to whoever has it next, {@code new}
 * for a new ticket, {@code bulk} for what shall be said on many, or {@code form/<which>} for what is changed in a form
 * over stored words and not yet saved.
 */
@Stateless
@RolesAllowed({Roles.CUSTOMER, Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class Drafts {

    /** A form has few fields and none is long; more is not a form of ours. */
    private static final int MOST_FIELDS = 24;

    private static final int LONGEST_FIELD = 20_000;
    private static final int LONGEST_WRITER = 60;
    private static final Pattern PLACE =
            Pattern.compile("new|bulk|form/[\\w/-]{1,80}|(?:ticket|review|transfer)/(\\d{1,18})");

    @EJB
    private Access access;

    @EJB
    private TicketFinder finder;

    @Inject
    private DraftStore store;

    @Inject
    private Clock clock;

    /**
     * Replaces the draft and returns its revision; nothing in it empties it. The HTML is sanitised. Refused with {@link
     * InvalidInput} when there is no such place, or as {@link TicketFinder#view} is.
     */
    public long save(String place, String html, Map<String, String> fields) {
        return save(place, html, fields, null);
    }

    /** As {@link #save(String, String, Map)}, and notes which open page did it, so that it knows its own words again. */
    public long save(String place, String html, Map<String, String> fields, String writer) {
        long me = require(place);
        if (writer != null && writer.length() > LONGEST_WRITER) {
            throw new InvalidInput("writer", "tooLong", LONGEST_WRITER);
        }
        if (fields.size() > MOST_FIELDS) {
            throw new InvalidInput("fields", "tooLong", MOST_FIELDS);
        }
        Map<String, String> kept = new TreeMap<>();
        fields.forEach((name, value) -> {
            if (value.length() > LONGEST_FIELD || name.length() > 60) {
                throw new InvalidInput("fields", "tooLong", LONGEST_FIELD);
            }
            if (!value.isBlank()) {
                kept.put(name, value.replace("\0", ""));
            }
        });
        return store.save(
                me, place, html == null || html.isBlank() ? "" : DraftHtml.of(html), kept, writer, clock.now());
    }

    /** What was left there, also when it has been emptied since: its revision counts. */
    public Optional<DraftView> mine(String place) {
        return store.find(require(place), place);
    }

    /** All places at which the caller left words, the last one first. */
    public List<DraftView> mine() {
        return store.all(access.me().personId());
    }

    /** Empties the draft: it was sent, or given up. */
    public void discard(String place) {
        store.save(require(place), place, "", Map.of(), null, clock.now());
    }

    private long require(String place) {
        Matcher matcher = PLACE.matcher(String.valueOf(place));
        if (!matcher.matches()) {
            throw new InvalidInput("place", "unknown", place);
        }
        return matcher.group(1) == null
                ? access.me().personId()
                : access.require(Permission.VIEW, finder.scope(Long.parseLong(matcher.group(1))))
                        .personId();
    }
}
