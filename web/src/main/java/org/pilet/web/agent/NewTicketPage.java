package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.pilet.catalog.Categories;
import org.pilet.catalog.CategoryView;
import org.pilet.conversation.Conversations;
import org.pilet.conversation.Drafts;
import org.pilet.conversation.WaitingFile;
import org.pilet.people.PersonView;
import org.pilet.search.WorkListRow;
import org.pilet.search.WorkLists;
import org.pilet.security.Access;
import org.pilet.security.Caller;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Impact;
import org.pilet.tickets.Priority;
import org.pilet.tickets.QueueView;
import org.pilet.tickets.Queues;
import org.pilet.tickets.TicketType;
import org.pilet.tickets.Urgency;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Uploads;
import org.pilet.web.common.Viewer;

/** A new ticket on somebody's behalf. Whatever is refused, what was typed stays. */
@Named
@ViewScoped
public class NewTicketPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int RECENT = 20;
    private static final int FEW = 5;

    @EJB
    private Queues queues;

    @EJB
    private Categories categories;

    @EJB
    private Conversations conversations;

    @EJB
    private Access access;

    @EJB
    private Drafts drafts;

    @EJB
    private WorkLists lists;

    @Inject
    private Uploads uploads;

    @Inject
    private Requester requester;

    @Inject
    private PageTexts texts;

    @Inject
    private Viewer viewer;

    private final NewTicketForm form = new NewTicketForm();
    private List<QueueView> mine = List.of();
    private List<CategoryView> kinds = List.of();
    private List<WorkListRow> alike = List.of();
    private String opened;

    public void load() {
        Caller me = access.me();
        mine = queues.mine().stream().filter(queue -> me.mayWork(queue.id())).toList();
        kinds = categories.active();
        form.setNewLanguage(viewer.getLang());
        drafts.mine("new").ifPresent(draft -> form.setFiles(draft.fields().get("files")));
        if (mine.size() == 1) {
            form.setQueueId(mine.get(0).id());
        }
    }

    /** For the field that asks who it is. */
    public List<String> suggest(String typed) {
        return requester.suggestions(typed);
    }

    /** What the same person has asked that is still open: perhaps this is no new ticket. */
    public void lookForAlike() {
        alike = requester
                .known(form.getRequester())
                .map(person -> lists.recentOf(person.id(), RECENT).stream()
                        .filter(row -> row.status().isOpen())
                        .limit(FEW)
                        .toList())
                .orElse(List.of());
    }

    public List<WorkListRow> getAlike() {
        return alike;
    }

    /** Opens the ticket once, however often the button is pressed. */
    public synchronized String open() {
        if (opened == null) {
            if (!isComplete()) {
                return null;
            }
            Optional<PersonView> by = requester.find(form.getRequester(), form.getNewName(), form.getNewLanguage());
            complain(by.isPresent(), "new:requester", "newTicket.requesterUnknown");
            if (by.isEmpty()) {
                return null;
            }
            opened = conversations
                    .open(form.ticket(by.get()), form.message(by.get(), uploads.attachments(form.getFiles())))
                    .number();
            uploads.forget(form.getFiles());
            drafts.discard("new");
        }
        return "/agent/ticket.xhtml?faces-redirect=true&number=" + opened;
    }

    private boolean isComplete() {
        boolean asked = form.getRequester() != null && !form.getRequester().isBlank();
        boolean placed = form.getQueueId() != null;
        boolean named = form.getSubject() != null && !form.getSubject().isBlank();
        boolean said = form.getBody() != null && !form.getBody().isBlank();
        complain(asked, "new:requester", "newTicket.requesterMissing");
        complain(placed, "new:queue", "newTicket.queueMissing");
        complain(named, "new:subject", "newTicket.subjectMissing");
        complain(said, "new:body", "newTicket.bodyMissing");
        return asked && placed && named && said;
    }

    private void complain(boolean fine, String field, String key) {
        if (!fine) {
            FacesContext.getCurrentInstance()
                    .addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, texts.get(key), null));
        }
    }

    public List<WaitingFile> getUploads() {
        return uploads.of(form.getFiles());
    }

    public NewTicketForm getForm() {
        return form;
    }

    /** The queues that the caller may work. */
    public List<QueueView> getQueues() {
        return mine;
    }

    public List<CategoryView> getCategories() {
        return kinds;
    }

    /** How somebody can have asked whom an agent writes down. */
    public List<Channel> getChannels() {
        return List.of(Channel.PHONE, Channel.IN_PERSON, Channel.EMAIL);
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
}
