package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.pilet.conversation.Transfer;
import org.pilet.conversation.Transfers;
import org.pilet.platform.NotFound;
import org.pilet.platform.Refusal;
import org.pilet.tickets.QueueBefore;
import org.pilet.tickets.QueueView;
import org.pilet.tickets.Queues;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.TicketChangedMeanwhile;
import org.pilet.tickets.TicketRef;
import org.pilet.tickets.TicketView;
import org.pilet.web.common.PageTexts;

/** Hands the ticket on to another queue, a colleague or both, with a note for them; what was typed stays when refused. */
@Named
@ViewScoped
public class TransferPanel implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final long NOBODY = 0;

    @EJB
    private Transfers transfers;

    @EJB
    private Queues doors;

    @Inject
    private TicketPage page;

    @Inject
    private TicketChoices choices;

    @Inject
    private TicketStanding standing;

    @Inject
    private Undos undos;

    @Inject
    private PageTexts texts;

    private Long queueId;
    private Long ownerId;
    private String note;
    private int done;

    /** Another queue has other people: who cannot have it there is not chosen any more. */
    public void chosen() {
        if (ownerId != null
                && ownerId != NOBODY
                && getWorkers().stream().noneMatch(each -> each.personId() == ownerId)) {
            ownerId = null;
        }
    }

    /** Hands it on; where that is out of the reader's sight, they are back on their list. */
    public String transfer() {
        TicketView was = page.getTicket();
        Transfer asked = new Transfer(was.id(), was.version(), changes(), note);
        TicketRef after;
        try {
            standing.begin(was.id());
            after = transfers.transfer(asked);
        } catch (TicketChangedMeanwhile news) {
            page.refresh();
            page.showNews(news, null);
            return null;
        } catch (Refusal refusal) {
            page.refresh(); // the page shows what holds now, the message says why
            throw refusal;
        }
        offerUndo(was, after.version());
        clear();
        try {
            page.refresh();
            return null;
        } catch (NotFound outOfSight) {
            return "/agent/index.xhtml?faces-redirect=true&did=transferred";
        }
    }

    private List<TicketChange> changes() {
        List<TicketChange> changes = new ArrayList<>();
        if (queueId != null) {
            changes.add(new TicketChange.Move(queueId)); // first: the owner must be of it
        }
        if (ownerId != null) {
            changes.add(new TicketChange.Assign(owner()));
        }
        return changes;
    }

    private Long owner() {
        return ownerId == null || ownerId == NOBODY ? null : ownerId;
    }

    private void offerUndo(TicketView was, int version) {
        long id = was.id();
        Long givenTo = owner();
        if (queueId != null && queueId != was.queueId()) {
            QueueBefore before = QueueBefore.of(was, queueId);
            undos.offer(texts.get("transfer.done"), undo -> undo.takeBack(id, before, givenTo));
        } else {
            Long owner = was.ownerId();
            undos.offer(texts.get("transfer.done"), undo -> undo.takeBack(id, version, new TicketChange.Assign(owner)));
        }
    }

    private void clear() {
        queueId = null;
        ownerId = null;
        note = null;
        done++;
    }

    /** Where the note is kept as it is typed. */
    public String getPlace() {
        return Transfer.draftOn(page.getTicket().id());
    }

    /** Where else it can go. */
    public List<QueueView> getQueues() {
        long here = page.getTicket().queueId();
        return choices.getQueues().stream().filter(each -> each.id() != here).toList();
    }

    /** Who may own it where it goes. */
    public List<QueueView.Worker> getWorkers() {
        return queueId == null ? choices.getWorkers() : doors.workers(queueId);
    }

    /** Stands for: it is nobody's. */
    public long getNobody() {
        return NOBODY;
    }

    /** Grows with each ticket handed on, so that the script knows that it is done. */
    public int getDone() {
        return done;
    }

    public Long getQueueId() {
        return queueId;
    }

    public void setQueueId(Long queueId) {
        this.queueId = queueId;
    }

    public Long getOwnerId() {
        return ownerId;
    }

    public void setOwnerId(Long ownerId) {
        this.ownerId = ownerId;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
