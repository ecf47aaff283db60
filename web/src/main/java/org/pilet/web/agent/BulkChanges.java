package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pilet.platform.Refusal;
import org.pilet.tickets.AssessedBefore;
import org.pilet.tickets.Impact;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;
import org.pilet.tickets.StatusBefore;
import org.pilet.tickets.TakeBacks;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketView;
import org.pilet.tickets.Tickets;
import org.pilet.tickets.Urgency;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/**
 * One small gesture on several tickets that needs no preview, each in a transaction of its own: one that is refused harms
 * only itself and is named.
 * The last gesture can be undone; what somebody has changed since stays.
 */
@Named
@SessionScoped
public class BulkChanges implements Serializable {

    private static final long serialVersionUID = 1L;

    /** More than a page of the list holds is nobody's selection. */
    private static final int MOST = 200;

    @EJB
    private Tickets tickets;

    @EJB
    private TakeBacks takeBacks;

    @EJB
    private TicketFinder finder;

    @Inject
    private Toasts toasts;

    @Inject
    private PageTexts texts;

    private List<Undo> undo = new ArrayList<>();

    /** What takes one ticket's change back: a change; and the version it left behind. */
    private record Undo(long ticketId, int version, Field field, String before, StatusBefore status)
            implements Serializable {}

    /** What a bulk gesture may change. */
    public enum Field {
        OWNER,
        PRIORITY,
        IMPACT,
        URGENCY,
        STATUS,
        TAG
    }

    /** Carries out what the request's parameters {@code tickets}, {@code field} and {@code value} say. */
    public void apply() {
        Map<String, String> parameters =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        List<Long> ids = Stream.of(parameters.getOrDefault("tickets", "").split(","))
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .distinct()
                .limit(MOST)
                .toList();
        Field field = Field.valueOf(parameters.get("field"));
        String value = parameters.get("value");
        undo = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (long id : ids) {
            try {
                apply(id, field, value == null || value.isBlank() ? null : value.strip());
            } catch (Refusal no) {
                refused.add(finder.view(id).number() + ": " + texts.refusal(no));
            }
        }
        if (!undo.isEmpty()) {
            toasts.sayWithUndo(texts.of("bulk.done", undo.size()), "undoBulk");
        }
        complain(refused);
    }

    private void apply(long id, Field field, String value) {
        TicketView before = finder.view(id);
        switch (field) {
            case OWNER -> {
                change(before, new TicketChange.Assign(value == null ? null : Long.valueOf(value)));
                remember(before, field, before.ownerId());
            }
            case PRIORITY -> {
                change(before, new TicketChange.SetPriority(Priority.valueOf(value)));
                remember(before, field, AssessedBefore.of(before).text());
            }
            case IMPACT -> {
                change(before, new TicketChange.SetImpact(value == null ? null : Impact.valueOf(value)));
                remember(before, field, AssessedBefore.of(before).text());
            }
            case URGENCY -> {
                change(before, new TicketChange.SetUrgency(value == null ? null : Urgency.valueOf(value)));
                remember(before, field, AssessedBefore.of(before).text());
            }
            case STATUS -> {
                Status became = Status.valueOf(value);
                if (before.status() != became) {
                    change(before, TicketChange.SetStatus.to(became));
                    undo.add(new Undo(before.id(), 0, field, null, StatusBefore.of(before, became)));
                }
            }
            case TAG -> {
                if (!before.tags().contains(value)) {
                    change(before, new TicketChange.AddTag(value));
                    remember(before, field, value);
                }
            }
        }
    }

    private void change(TicketView ticket, TicketChange change) {
        tickets.change(ticket.id(), null, List.of(change), null);
    }

    private void remember(TicketView before, Field field, Object value) {
        int version = finder.view(before.id()).version();
        String text = value == null ? null : value.toString();
        undo.add(new Undo(before.id(), version, field, text, null));
    }

    /** Takes the last gesture back, ticket by ticket. */
    public void undo() {
        List<String> refused = new ArrayList<>();
        int done = 0;
        List<Undo> last = undo;
        undo = new ArrayList<>();
        for (Undo each : last) {
            try {
                takeBack(each);
                done++;
            } catch (Refusal no) {
                refused.add(finder.view(each.ticketId()).number() + ": " + texts.refusal(no));
            }
        }
        toasts.say(texts.of("bulk.undone", done));
        complain(refused);
    }

    private void takeBack(Undo each) {
        if (each.status() != null) {
            takeBacks.takeBack(each.ticketId(), each.status());
            return;
        }
        List<TicketChange> back =
                switch (each.field()) {
                    case OWNER ->
                        List.of(new TicketChange.Assign(each.before() == null ? null : Long.valueOf(each.before())));
                    case PRIORITY, IMPACT, URGENCY ->
                        AssessedBefore.parse(each.before(), finder.view(each.ticketId()))
                                .back();
                    default -> List.of(new TicketChange.RemoveTag(each.before()));
                };
        takeBacks.takeBack(each.ticketId(), each.version(), back);
    }

    private static void complain(List<String> refused) {
        refused.stream().limit(10).forEach(words -> FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, words, null)));
    }
}
