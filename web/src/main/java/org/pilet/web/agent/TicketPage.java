package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.pilet.platform.Refusal;
import org.pilet.tickets.Field;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.TicketChangedMeanwhile;
import org.pilet.tickets.TicketEventView;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketType;
import org.pilet.tickets.TicketView;
import org.pilet.tickets.Tickets;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;
import org.pilet.web.common.Viewer;

/**
 * One ticket: its properties, each saved by itself with an undo. The thread, the composer and the customer panel are
 * beans of their own.
 */
@Named
@ViewScoped
public class TicketPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private TicketFinder finder;

    @EJB
    private Tickets tickets;

    @Inject
    private Toasts toasts;

    @Inject
    private PageTexts texts;

    @Inject
    private EventWords eventWords;

    @Inject
    private Viewer viewer;

    private String number;
    private TicketView ticket;
    private TicketForm form = new TicketForm();
    private Undo undo;
    private boolean everyEvent;

    /** What would take the last change back. */
    private record Undo(Field field, Serializable value, Serializable reason, Instant wakeUpAt)
            implements Serializable {}

    /** Loads the ticket and notes that it was seen. */
    public void load() {
        ticket = finder.byNumber(number == null ? "" : number);
        tickets.viewed(ticket.id());
        form.fill(ticket, viewer.getZone());
    }

    /** Reads the ticket again; what was typed into the composer stays. */
    public void refresh() {
        ticket = finder.view(ticket.id());
        tickets.viewed(ticket.id());
        form.fill(ticket, viewer.getZone());
    }

    /**
     * The thread alone is read again, while somebody is in a control whose value they saw before: the ticket stays as
     * they saw it, so that saving over a colleague's change is noticed.
     */
    public void refreshThread() {
        tickets.viewed(ticket.id());
    }

    /** Saves one property. A status that waits is saved once its reason is given: see {@link #isReasonWanted()}. */
    public void save(Field field) {
        if (field == Field.STATUS && isReasonWanted() && form.getReason() == null) {
            return;
        }
        Undo back = new Undo(field, form.valueOf(ticket, field), ticket.statusReason(), ticket.wakeUpAt());
        String words = field == Field.SUBJECT ? form.getSubject() : null;
        try {
            apply(form.change(field, viewer.getZone()));
        } catch (TicketChangedMeanwhile news) {
            showNews(news, words);
            return;
        }
        undo = back;
        toasts.sayWithUndo(
                texts.of("ticket.saved", texts.get("field." + field.name().toLowerCase(Locale.ROOT))), "undoChange");
    }

    /** Says who has changed what; the words that were typed and not saved stand in the message, to be entered again. */
    private void showNews(TicketChangedMeanwhile news, String words) {
        List<TicketEventView> meanwhile = news.meanwhile();
        String change = eventWords.of(meanwhile.get(meanwhile.size() - 1));
        String text = words == null
                ? texts.of("ticket.changedMeanwhile", change)
                : texts.of("ticket.renamedMeanwhile", change, words);
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, text, null));
    }

    /** Saves a status that needs a reason, or a time to wake up, from its small form. */
    public void saveWaiting() {
        save(Field.STATUS);
    }

    /** Takes the last change back, whatever has changed since in other fields. */
    public void undoLast() {
        if (undo != null) {
            apply(TicketForm.change(undo.field(), undo.value(), (String) undo.reason(), undo.wakeUpAt()));
            undo = null;
            toasts.say(texts.get("ticket.undone"));
        }
    }

    /** Makes the caller the owner. */
    public void take() {
        form.setOwnerId(viewer.getPersonId());
        save(Field.OWNER);
    }

    public void addTag() {
        if (form.getNewTag() != null) {
            apply(new TicketChange.AddTag(form.getNewTag()));
            form.setNewTag(null);
        }
    }

    public void removeTag(String tag) {
        apply(new TicketChange.RemoveTag(tag));
    }

    /** Leaves the status as it is after all. */
    public void forgetWaiting() {
        form.fill(ticket, viewer.getZone());
    }

    private void apply(TicketChange change) {
        try {
            tickets.change(ticket.id(), ticket.version(), List.of(change), null);
        } catch (Refusal refusal) {
            refresh(); // the page shows what holds now, the message says why
            throw refusal;
        }
        refresh();
    }

    /** Whether the chosen status still needs its reason. */
    public boolean isReasonWanted() {
        return form.getStatus() != null && form.getStatus().isWaiting() && form.getStatus() != ticket.status();
    }

    public boolean isMine() {
        return Objects.equals(ticket.ownerId(), viewer.getPersonId());
    }

    public TicketView getTicket() {
        return ticket;
    }

    public TicketForm getForm() {
        return form;
    }

    /** What the status may become from here, the present one first; resolving needs words and so is the composer's. */
    public List<Status> getStatuses() {
        return TicketForm.statuses(ticket);
    }

    public Priority[] getPriorities() {
        return Priority.values();
    }

    public TicketType[] getTypes() {
        return TicketType.values();
    }

    /** Whether the thread shows the whole history or only what people care about. */
    public boolean isEveryEvent() {
        return everyEvent;
    }

    public void toggleEvents() {
        everyEvent = !everyEvent;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }
}
