package org.pilet.automation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pilet.automation.terms.Parameter;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Permission;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketView;

/** Texts that agents use again and again. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
public class CannedResponses {

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_BODY = 20_000;

    @EJB
    private Access access;

    @EJB
    private TicketFinder finder;

    @Inject
    private CannedResponseStore store;

    @Inject
    private VocabularyStore vocabulary;

    @Inject
    private LiveDoors doors;

    public List<CannedResponse> all() {
        return store.all();
    }

    /**
     * Those for this ticket whose title, shortcut or text holds the words, with their placeholders filled; in the
     * ticket's language first. Empty words find all. Refused as working the ticket is.
     */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
    public List<CannedResponse> forTicket(long ticketId, String words) {
        access.require(Permission.WORK, finder.scope(ticketId));
        TicketView ticket = finder.view(ticketId);
        String wanted = words == null ? "" : words.strip().toLowerCase(Locale.ROOT);
        Map<String, String> values = doors.values(ticketId);
        String language = Locale.forLanguageTag(ticket.language()).getLanguage();
        return store.all().stream()
                .filter(CannedResponse::active)
                .filter(each -> each.queueId() == null || each.queueId() == ticket.queueId())
                .filter(each -> (each.title() + "\n" + each.shortcut() + "\n" + each.body())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .sorted(Comparator.comparingInt(each -> rank(each, language)))
                .map(each -> new CannedResponse(
                        each.id(),
                        each.title(),
                        each.shortcut(),
                        each.language(),
                        each.queueId(),
                        Placeholders.fill(each.body(), values, plain -> plain),
                        true))
                .toList();
    }

    /** Refused with {@link InvalidInput} by the field, {@link NotFound} when it is unknown. */
    public CannedResponse save(CannedResponse draft) {
        String title = required("title", draft.title(), LONGEST_TITLE);
        String body = required("body", draft.body(), LONGEST_BODY);
        Placeholders.requireKnown("body", body);
        String shortcut = draft.shortcut() == null || draft.shortcut().isBlank()
                ? null
                : draft.shortcut().strip().toLowerCase(Locale.ROOT);
        if (draft.id() != null) {
            view(draft.id());
        }
        boolean taken = store.all().stream()
                .anyMatch(each -> shortcut != null
                        && shortcut.equals(each.shortcut())
                        && !each.id().equals(draft.id()));
        if (taken) {
            throw new InvalidInput("shortcut", "taken", shortcut);
        }
        if (draft.queueId() != null && !vocabulary.known(Parameter.Type.QUEUE, draft.queueId())) {
            throw new InvalidInput("queueId", "unknown", draft.queueId());
        }
        return view(store.save(new CannedResponse(
                draft.id(), title, shortcut, draft.language(), draft.queueId(), body, draft.active())));
    }

    /** Refused with {@link NotFound}. */
    public void remove(long id) {
        if (store.remove(id) == 0) {
            throw new NotFound("cannedResponse", id);
        }
    }

    private CannedResponse view(long id) {
        return store.all().stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("cannedResponse", id));
    }

    private static int rank(CannedResponse each, String language) {
        if (each.language() == null) {
            return 1;
        }
        return Locale.forLanguageTag(each.language()).getLanguage().equals(language) ? 0 : 2;
    }

    private static String required(String field, String typed, int longest) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            throw new InvalidInput(field, "required");
        }
        if (text.length() > longest) {
            throw new InvalidInput(field, "tooLong", longest);
        }
        return text;
    }
}
