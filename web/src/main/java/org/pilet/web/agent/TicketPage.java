package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.Refusal;
import org.pilet.tickets.Field;
import org.pilet.tickets.Impact;
import org.pilet.tickets.LockView;
import org.pilet.tickets.Priority;
import org.pilet.tickets.QueueBefore;
import org.pilet.tickets.Status;
import org.pilet.tickets.StatusBefore;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.TicketChangedMeanwhile;
import org.pilet.tickets.TicketEventView;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketType;
import org.pilet.tickets.TicketView;
import org.pilet.tickets.Tickets;
import org.pilet.tickets.Urgency;
import org.pilet.web.common.PageTexts;
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
    private PageTexts texts;

    @Inject
    private EventWords eventWords;

    @Inject
    private Viewer viewer;

    @Inject
    private TicketStanding standing;

    @Inject
    private Undos undos;

    private String number;
    private TicketView ticket;
    private TicketForm form = new TicketForm();
    private boolean everyEvent;
    private boolean composing;
    private final String token = UUID.randomUUID().toString().replace("-", "");
    private LockView keeper;
    private String otherOpen;
    private boolean mayReopen;
    private String question;
    private boolean askingReason;
    private int saving; // the version that the last change left behind

    /** Loads the ticket and notes that it was seen. */
    public void load() {
        TicketView found = finder.byNumber(number == null ? "" : number);
        tickets.viewed(found.id());
        show(standing.open(found, token));
        composing = standing.mayCompose();
    }

    /** Reads the ticket again; what was typed into the composer stays. */
    public void refresh() {
        TicketView found = finder.view(ticket.id());
        tickets.viewed(found.id());
        show(standing.look(found));
    }

    private void show(TicketView found) {
        boolean turned = ticket != null && (ticket.status() == Status.CLOSED) != (found.status() == Status.CLOSED);
        if (turned) { // what is beside the thread is for reading from now on, or no longer
            FacesContext.getCurrentInstance()
                    .getPartialViewContext()
                    .getRenderIds()
                    .addAll(List.of("properties", "team", "assets", "links"));
        }
        if (ticket != null
                && ticket.queueId() != found.queueId()) { // it has other ways to go, and other people to have it
            FacesContext.getCurrentInstance()
                    .getPartialViewContext()
                    .getRenderIds()
                    .addAll(List.of("transfer:queue", "transfer:owner"));
        }
        ticket = found;
        askingReason = false;
        keeper = standing.keeper();
        otherOpen = standing.otherOpen();
        mayReopen = standing.mayReopen();
        form.fill(ticket, viewer.getZone());
    }

    /** Goes on with this ticket, so that the one that was open before is for reading. */
    public String goOnHere() {
        standing.goOnWith(ticket.id());
        return "/agent/ticket.xhtml?faces-redirect=true&number=" + ticket.number();
    }

    /** Takes the ticket from the colleague who keeps it. */
    public void takeOver() {
        standing.takeOver(ticket.id());
        refresh();
    }

    /** Keeps the ticket no longer. */
    public void release() {
        standing.release(ticket.id());
        refresh();
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
        TicketView was = ticket;
        Serializable back = form.valueOf(ticket, field);
        String words = field == Field.SUBJECT ? form.getSubject() : null;
        try {
            apply(form.change(field, viewer.getZone()));
        } catch (TicketChangedMeanwhile news) {
            showNews(news, words);
            return;
        }
        long id = ticket.id();
        String saved =
                texts.of("ticket.saved", texts.get("field." + field.name().toLowerCase(Locale.ROOT)));
        if (field == Field.STATUS && was.status() != ticket.status()) {
            StatusBefore status = StatusBefore.of(was, ticket.status());
            undos.offer(saved, doors -> doors.takeBack(id, status));
        } else if (field == Field.QUEUE && was.queueId() != ticket.queueId()) {
            QueueBefore queue = QueueBefore.of(was, ticket.queueId());
            undos.offer(saved, doors -> doors.takeBack(id, queue));
        } else if (field == Field.PRIORITY && !was.priorityByHand()) {
            int version = saving;
            undos.offer(
                    saved,
                    doors -> doors.takeBack(
                            id,
                            version,
                            new TicketChange.SetPriority(was.priority()),
                            new TicketChange.FollowMatrix()));
        } else {
            int version = saving;
            undos.offer(
                    saved,
                    doors -> doors.takeBack(
                            id, version, TicketForm.change(field, back, was.statusReason(), was.wakeUpAt())));
        }
    }

    /** Says who has changed what; the words that were typed and not saved stand in the message, to be entered again. */
    void showNews(TicketChangedMeanwhile news, String words) {
        List<TicketEventView> meanwhile = news.meanwhile();
        String change = eventWords.of(meanwhile.get(meanwhile.size() - 1));
        String text = words == null
                ? texts.of("ticket.changedMeanwhile", change)
                : texts.of("ticket.renamedMeanwhile", change, words);
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, text, null));
    }

    /** Saves a status that needs a reason, or a time to wake up, from its small form. */
    public void saveWaiting() {
        if (form.getReason() == null) {
            throw new InvalidInput("reason", "waitingReason");
        }
        save(Field.STATUS);
    }

    /** Takes the agent's last gesture back, whatever has changed since in other fields. */
    public void undoLast() {
        try {
            undos.takeBack();
        } finally {
            refresh(); // the page shows what holds now
        }
    }

    /** Makes the caller the owner. */
    public void take() {
        form.setOwnerId(viewer.getPersonId());
        save(Field.OWNER);
    }

    public void addTag() {
        if (form.getNewTag() != null) {
            String tag = form.getNewTag().strip().toLowerCase(Locale.ROOT);
            boolean there = ticket.tags().contains(tag);
            long id = ticket.id();
            apply(new TicketChange.AddTag(tag));
            form.setNewTag(null);
            if (!there) {
                int version = saving;
                undos.offer(
                        texts.of("undo.tagAdded", tag),
                        doors -> doors.takeBack(id, version, new TicketChange.RemoveTag(tag)));
            }
        }
    }

    public void removeTag(String tag) {
        long id = ticket.id();
        apply(new TicketChange.RemoveTag(tag));
        int version = saving;
        undos.offer(
                texts.of("undo.tagRemoved", tag), doors -> doors.takeBack(id, version, new TicketChange.AddTag(tag)));
    }

    /** Lets impact and urgency decide on the priority again. */
    public void followMatrix() {
        long id = ticket.id();
        Priority chosen = ticket.priority();
        apply(new TicketChange.FollowMatrix());
        int version = saving;
        undos.offer(
                texts.of("ticket.saved", texts.get("field.priority")),
                doors -> doors.takeBack(id, version, new TicketChange.SetPriority(chosen)));
    }

    /** Takes a closed ticket up again. */
    public void reopen() {
        form.setStatus(Status.OPEN);
        save(Field.STATUS);
        show(standing.open(finder.view(ticket.id()), token));
    }

    /** Whether the ticket is closed, so for reading, and the reader may reopen it. */
    public boolean isMayReopen() {
        return mayReopen;
    }

    /** Whether the ticket is done, by its customer's or an agent's word, and the reader may take it up again. */
    public boolean isReopenable() {
        return mayReopen || ticket.mayWork() && ticket.status() == Status.RESOLVED;
    }

    /** Asks for another reason, or another time to wake up, of the status that the ticket has. */
    public void askReason() {
        form.fill(ticket, viewer.getZone());
        form.setReason(ticket.statusReason());
        askingReason = true;
    }

    /** Leaves the status as it is after all. */
    public void forgetWaiting() {
        askingReason = false;
        form.fill(ticket, viewer.getZone());
    }

    private void apply(TicketChange change) {
        try {
            standing.begin(ticket.id());
            saving = tickets.change(ticket.id(), ticket.version(), List.of(change), null)
                    .version();
        } catch (Refusal refusal) {
            refresh(); // the page shows what holds now, the message says why
            throw refusal;
        }
        refresh();
    }

    /** Whether the chosen status still needs its reason, or is to get another. */
    public boolean isReasonWanted() {
        return form.getStatus() != null
                && form.getStatus().isWaiting()
                && (form.getStatus() != ticket.status() || askingReason);
    }

    public boolean isMine() {
        return Objects.equals(ticket.ownerId(), viewer.getPersonId());
    }

    public TicketView getTicket() {
        return ticket;
    }

    /** Keeps a question until it is answered: its buttons must still be known when one of them is pressed. */
    public void ask(String question) {
        this.question = question;
    }

    public String asked() {
        return question;
    }

    /** What tells this page from others of the same reader. */
    public String getToken() {
        return token;
    }

    /** Whether the composer is on the page; it stays there, with what was typed, whatever colleagues do meanwhile. */
    public boolean isComposing() {
        return composing;
    }

    /** Who keeps the ticket for themselves, perhaps the reader; null: nobody. */
    public LockView getKeeper() {
        return keeper;
    }

    /** The number of the ticket that the reader has open besides, where the house wants one at a time; else null. */
    public String getOtherOpen() {
        return otherOpen;
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

    public Impact[] getImpacts() {
        return Impact.values();
    }

    public Urgency[] getUrgencies() {
        return Urgency.values();
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
