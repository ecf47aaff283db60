package org.pilet.web.portal;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.pilet.conversation.Conversations;
import org.pilet.conversation.DraftView;
import org.pilet.conversation.Drafts;
import org.pilet.conversation.FollowUpPolicies;
import org.pilet.conversation.FollowUpPolicy;
import org.pilet.conversation.FollowUpRefused;
import org.pilet.conversation.MessageView;
import org.pilet.conversation.Received;
import org.pilet.conversation.Verdicts;
import org.pilet.conversation.Visibility;
import org.pilet.platform.NotFound;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketView;
import org.pilet.tickets.Tickets;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Viewer;

/** One request as its customer reads it: the public thread, the next step in words, and one box to answer. */
@Named
@ViewScoped
public class RequestPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private TicketFinder finder;

    @Inject
    private Tickets tickets;

    @Inject
    private Conversations conversations;

    @Inject
    private Drafts drafts;

    @Inject
    private FollowUpPolicies policies;

    @Inject
    private Verdicts verdicts;

    @Inject
    private Viewer viewer;

    @Inject
    private PageTexts texts;

    @Inject
    private ChosenFiles files;

    private String number;
    private Long id;
    private TicketView ticket;
    private FollowUpPolicy.Course course;
    private List<MessageView> thread;
    private String body;
    private String answered;

    /** A link from a mail knows the id only; the address line shows the number that people use. */
    public void load() throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        if (number == null && id == null) {
            external.redirect(external.getRequestContextPath() + "/portal/index.xhtml");
            return;
        }
        TicketView found = number == null ? finder.view(id) : finder.byNumber(number);
        if (found.status() == Status.DELETED) {
            throw new NotFound("ticket", found.number());
        }
        if (number == null) {
            external.redirect(external.getRequestContextPath() + "/portal/request.xhtml?number=" + found.number());
            return;
        }
        show(found);
    }

    private void show(TicketView found) {
        ticket = found;
        course = policies.course(found.id());
        // staff who are this request's customer see here what its customer sees
        thread = conversations.of(found.id()).stream()
                .filter(message -> message.visibility() == Visibility.PUBLIC)
                .toList();
        tickets.viewed(found.id());
    }

    /** Sends the answer once, however often the button is pressed. A closed request goes on in a new one. */
    public synchronized String reply() {
        if (answered == null) {
            if ((body == null || body.isBlank()) && files.getKept().isEmpty()) {
                complain();
                return null;
            }
            Received said = conversations.receive(ticket.id(), PortalWords.of(viewer, null, body, files.all()));
            answered = said.number();
            drafts.discard(DraftView.placeOn(ticket.id()));
            say(said.newTicket() ? "followUp" : "sent");
        }
        return to(answered);
    }

    public String confirm() {
        verdicts.decide(ticket.id(), true);
        say("confirmed");
        return to(ticket.number());
    }

    /** Where the queue has decided otherwise since the page was opened, the page comes back and says how to go on. */
    public String reopen() {
        try {
            verdicts.decide(ticket.id(), false);
            say("reopened");
        } catch (FollowUpRefused no) {
            say("notReopened");
        }
        return to(ticket.number());
    }

    /** The request in which a merged one goes on, or null. */
    public TicketView getGoesOnIn() {
        return ticket.status() == Status.MERGED ? finder.goesOnIn(ticket.id()).orElse(null) : null;
    }

    public boolean isDecidable() {
        return ticket.status() == Status.RESOLVED;
    }

    /** The next step in words: of a solution also what follows when it is none. */
    public String getNext() {
        String next = "portal.next." + ticket.status();
        return texts.get(isDecidable() && !isReopenable() ? next + "." + course : next);
    }

    public boolean isReopenable() {
        return course == FollowUpPolicy.Course.CONTINUE;
    }

    /** Where the answer would open a new request. */
    public boolean isClosed() {
        return course == FollowUpPolicy.Course.NEW_TICKET;
    }

    public boolean isAnswerable() {
        return ticket.status() != Status.MERGED && ticket.status() != Status.SPAM && !isOver();
    }

    /** Where no answer is taken any more, and a request of its own is the way. */
    public boolean isOver() {
        return course == FollowUpPolicy.Course.REJECT;
    }

    public boolean isMine(MessageView message) {
        return message.authorId() != null && message.authorId().equals(viewer.getPersonId());
    }

    private void complain() {
        FacesContext.getCurrentInstance()
                .addMessage(
                        "answer:body",
                        new FacesMessage(FacesMessage.SEVERITY_ERROR, texts.get("portal.reply.missing"), null));
    }

    private static void say(String what) {
        FacesContext.getCurrentInstance().getExternalContext().getFlash().put("done", what);
    }

    private static String to(String number) {
        return "/portal/request.xhtml?faces-redirect=true&number=" + number;
    }

    public TicketView getTicket() {
        return ticket;
    }

    public List<MessageView> getThread() {
        return thread;
    }

    public ChosenFiles getFiles() {
        return files;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }
}
