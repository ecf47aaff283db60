package org.pilet.conversation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.pilet.people.People;
import org.pilet.people.PersonView;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.platform.Settings;
import org.pilet.security.Access;
import org.pilet.security.Caller;
import org.pilet.security.Forbidden;
import org.pilet.security.Permission;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketView;

/** Ready-made words for recurring cases: everybody's, a team's, one's own; each in as many languages as it has. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class CannedResponses {

    @EJB
    private Access access;

    @EJB
    private People people;

    @EJB
    private TicketFinder finder;

    @Inject
    private CannedResponseStore store;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Those the caller may use whose shortcut, title, folder or words hold all of the text; the most used first. */
    public List<CannedResponseView> search(String text) {
        Caller me = access.me();
        List<String> words = List.of(
                (text == null ? "" : text).strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return store.usable(me.personId(), me.teamIds()).stream()
                .filter(each -> words.stream().allMatch(word -> haystack(each).contains(word)))
                .toList();
    }

    /** The same, with this ticket's data in them and in its customer's language; as a composer offers them. */
    public List<CannedText> forTicket(long ticketId, String text) {
        Caller me = access.require(Permission.WORK, finder.scope(ticketId));
        TicketView ticket = finder.view(ticketId);
        Map<String, String> values = values(ticket, me);
        return search(text).stream()
                .limit(12)
                .map(each -> {
                    String html = Placeholders.fill(each.textIn(ticket.language()), values);
                    return new CannedText(
                            each.id(), each.shortcut(), each.title(), each.folder(), html, Placeholders.open(html));
                })
                .toList();
    }

    /**
     * Everybody's or a team's, in the customer's language and with this ticket's data in it, to be sent without anybody
     * reading it before: a place for which the ticket has nothing becomes nothing. Refused with {@link NotFound}.
     */
    @RolesAllowed({Roles.SYSTEM, Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
    public String ready(long id, long ticketId) {
        access.require(Permission.WORK, finder.scope(ticketId));
        String html = shared(id).textIn(finder.view(ticketId).language());
        return Placeholders.fillAll(html, values(ticketId), Placeholders::escape);
    }

    /** The same for somebody who asks for it and is there to see that it cannot be sent: places without a value stay. */
    @RolesAllowed({Roles.SYSTEM, Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
    public String asked(long id, long ticketId) {
        access.require(Permission.WORK, finder.scope(ticketId));
        String html = shared(id).textIn(finder.view(ticketId).language());
        return Placeholders.fill(html, values(ticketId));
    }

    /** What the {@link Placeholders} stand for on this ticket at present; those for which it has nothing are null. */
    @RolesAllowed({Roles.SYSTEM, Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
    public Map<String, String> values(long ticketId) {
        TicketView ticket = finder.view(ticketId);
        return values(ticket, access.require(Permission.WORK, finder.scope(ticketId)));
    }

    /**
     * What this ticket's customer would be answered with a response, or with these words: its places filled, in plain
     * text. A place for which the ticket has nothing stands as it is. Refused as {@link #requireWords} is.
     */
    public String words(long ticketId, Long responseId, String html) {
        return Words.of(null, filled(access.me(), ticketId, responseId, html)).text();
    }

    /** The same as HTML, in the name of somebody who has ordered it earlier. */
    @RolesAllowed(Roles.SYSTEM)
    public String wordsFor(long personId, long ticketId, Long responseId, String html) {
        return filled(access.person(personId), ticketId, responseId, html);
    }

    /** Refused with {@link InvalidInput} when it says nothing, with {@link NotFound} when there is no such response. */
    public void requireWords(Long responseId, String html) {
        if (responseId != null) {
            require(access.me(), responseId);
        } else if (html == null || Words.of(null, html).saysNothing()) {
            throw new InvalidInput("text", "required");
        } else {
            Placeholders.requireKnown("text", html);
        }
    }

    private CannedResponseView shared(long id) {
        return store.find(id).filter(each -> each.personId() == null).orElseThrow(() -> new NotFound("response", id));
    }

    private String filled(Caller author, long ticketId, Long responseId, String html) {
        author.require(Permission.WORK, finder.scope(ticketId));
        TicketView ticket = finder.view(ticketId);
        String text = responseId == null ? html : require(author, responseId).textIn(ticket.language());
        return Placeholders.fill(text, values(ticket, author));
    }

    /** Counts that it was put into an answer. */
    public void used(long id) {
        store.used(require(id).id(), clock.now());
    }

    /** All but other people's own, for the catalogue's page. */
    public List<CannedResponseView> catalogue() {
        Caller me = access.me();
        return store.usable(me.personId(), me.teamIds());
    }

    /** Everybody's and every team's. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public List<CannedResponseView> shared() {
        return store.allShared();
    }

    /**
     * Saves one. Agents may change their own, team leads their teams' too, administrators all. Refused with {@link
     * InvalidInput} when the shortcut is malformed or taken in its circle, the title or every text is missing; with
     * {@link Forbidden}; with {@link NotFound}, also when somebody saved it meanwhile.
     */
    public long save(CannedDraft draft) {
        Caller me = access.me();
        if (draft.id() != null) {
            CannedResponseView before = require(draft.id());
            requireMayChange(me, before.teamId(), before.personId(), before.title());
        }
        Long personId = draft.own() ? me.personId() : null;
        CannedDraft asked = checked(draft, personId);
        requireMayChange(me, asked.teamId(), personId, asked.title());
        if (asked.id() != null && !store.change(asked, personId)) {
            throw new CannedResponseChanged(asked.title());
        }
        long id = asked.id() == null ? store.add(asked, personId) : asked.id();
        store.texts(id, asked.texts());
        return id;
    }

    /** Refused as {@link #save} is; {@link #restore} brings back what this returns. */
    public CannedResponseView remove(long id) {
        CannedResponseView canned = require(id);
        requireMayChange(access.me(), canned.teamId(), canned.personId(), canned.title());
        store.remove(id);
        return canned;
    }

    /** Brings one back that was removed; refused as {@link #save} is, also when its shortcut has been taken meanwhile. */
    public void restore(CannedResponseView gone) {
        Caller me = access.me();
        if (gone.personId() != null && !gone.personId().equals(me.personId())) {
            throw new NotFound("response", gone.id());
        }
        requireMayChange(me, gone.teamId(), gone.personId(), gone.title());
        if (store.isTaken(gone.shortcut(), gone.teamId(), gone.personId(), gone.id())) {
            throw new InvalidInput("shortcut", "taken", gone.shortcut());
        }
        store.restore(gone);
    }

    private CannedDraft checked(CannedDraft draft, Long personId) {
        String shortcut =
                draft.shortcut() == null ? "" : draft.shortcut().strip().toLowerCase(Locale.ROOT);
        if (!shortcut.matches("[a-z0-9-]{1,40}")) {
            throw new InvalidInput("shortcut", "tag");
        }
        if (draft.title() == null || draft.title().isBlank()) {
            throw new InvalidInput("title", "required");
        }
        Map<String, String> texts = new TreeMap<>();
        draft.texts().forEach((language, html) -> {
            Words words = Words.of(null, html);
            if (html != null && !words.saysNothing()) {
                texts.put(language, SafeHtml.of(html));
            }
        });
        if (texts.isEmpty()) {
            throw new InvalidInput("text", "required");
        }
        Long teamId = draft.own() ? null : draft.teamId();
        if (store.isTaken(shortcut, teamId, personId, draft.id())) {
            throw new InvalidInput("shortcut", "taken", shortcut);
        }
        String folder = draft.folder() == null || draft.folder().isBlank()
                ? null
                : draft.folder().strip();
        return new CannedDraft(
                draft.id(), shortcut, draft.title().strip(), folder, teamId, draft.own(), texts, draft.version());
    }

    private CannedResponseView require(long id) {
        return require(access.me(), id);
    }

    private CannedResponseView require(Caller me, long id) {
        return store.find(id)
                .filter(each -> each.personId() == null || each.personId().equals(me.personId()))
                .orElseThrow(() -> new NotFound("response", id));
    }

    private static void requireMayChange(Caller me, Long teamId, Long personId, String title) {
        boolean own = personId != null && personId.equals(me.personId());
        boolean leads = teamId != null
                && me.roles().contains(Roles.TEAM_LEAD)
                && me.teamIds().contains(teamId);
        if (!own && !leads && !me.roles().contains(Roles.ADMINISTRATOR)) {
            throw new Forbidden(Permission.WORK, title);
        }
    }

    private Map<String, String> values(TicketView ticket, Caller me) {
        PersonView customer = people.view(ticket.requesterId());
        Map<String, String> values = new HashMap<>();
        values.put("customer.name", customer.name());
        values.put("customer.firstName", first(customer.name()));
        values.put("customer.email", customer.email());
        values.put("customer.phone", customer.phone());
        values.put("customer.organisation", customer.organisationName());
        values.put("ticket.number", ticket.number());
        values.put("ticket.subject", ticket.subject());
        values.put("ticket.queue", ticket.queueName());
        values.put("ticket.category", ticket.categoryName());
        values.put("ticket.owner", ticket.ownerName());
        values.put("owner.name", ticket.ownerName());
        values.put("ticket.link", settings.baseUrl() + "/portal/request.xhtml?number=" + ticket.number());
        values.put("agent.name", me.isSystem() ? ticket.ownerName() : me.name());
        return values;
    }

    private static String first(String name) {
        return name == null ? null : name.strip().split("\\s+", 2)[0];
    }

    private static String haystack(CannedResponseView canned) {
        return (canned.shortcut() + " " + canned.title() + " " + canned.folder() + " "
                        + String.join(" ", canned.texts().values()))
                .toLowerCase(Locale.ROOT);
    }
}
