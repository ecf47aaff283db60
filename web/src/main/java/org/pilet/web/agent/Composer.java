package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.pilet.conversation.ConversationMovedOn;
import org.pilet.conversation.Conversations;
import org.pilet.conversation.DraftView;
import org.pilet.conversation.Drafts;
import org.pilet.conversation.Reply;
import org.pilet.conversation.Visibility;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketView;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;
import org.pilet.web.common.Uploads;
import org.pilet.web.common.Viewer;

/**
 * What the agent is about to say: to the customer or as a note. Drafts are kept on the server. When somebody wrote
 * meanwhile, nothing is sent and nothing lost: the page shows the news, and the next press sends.
 */
@Named
@ViewScoped
public class Composer implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private Conversations conversations;

    @EJB
    private Drafts drafts;

    @Inject
    private TicketPage page;

    @Inject
    private Uploads uploads;

    @Inject
    private Toasts toasts;

    @Inject
    private PageTexts texts;

    @Inject
    private Viewer viewer;

    private Visibility mode = Visibility.PUBLIC;
    private String html;
    private String cc;
    private String files;
    private Status then = Status.ANSWERED;
    private String reason;
    private String wakeUpAt;
    private Integer seenVersion;
    private boolean movedOn;

    /** Takes up what was left unsent. */
    public void load() {
        TicketView ticket = page.getTicket();
        seenVersion = ticket.version();
        drafts.mine(ticket.id()).ifPresent(this::takeUp);
    }

    private void takeUp(DraftView draft) {
        mode = draft.visibility();
        html = draft.html();
    }

    /** Sends the reply and sets the status that was chosen with it, in one go. */
    public void send() {
        TicketView ticket = page.getTicket();
        Reply reply = new Reply(
                ticket.id(),
                html,
                cc,
                uploads.attachments(files),
                then,
                then.isWaiting() ? reason : null,
                then == Status.POSTPONED ? TicketForm.instant(wakeUpAt, viewer.getZone()) : null,
                seenVersion);
        try {
            conversations.reply(reply);
        } catch (ConversationMovedOn news) {
            movedOn = true;
            showNews(news);
            return;
        }
        done(texts.get("composer.sent"));
    }

    public void note() {
        conversations.note(page.getTicket().id(), html, uploads.attachments(files));
        done(texts.get("composer.noted"));
    }

    /** Called by the page while somebody types. */
    public void saveDraft() {
        drafts.save(page.getTicket().id(), mode, html);
    }

    /** Throws the draft away. */
    public void discard() {
        drafts.discard(page.getTicket().id());
        clear();
    }

    private void showNews(ConversationMovedOn news) {
        page.refresh();
        seenVersion = page.getTicket().version();
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, texts.refusal(news), null));
    }

    private void done(String said) {
        drafts.discard(page.getTicket().id());
        uploads.forget(files);
        clear();
        page.refresh();
        seenVersion = page.getTicket().version();
        toasts.say(said);
    }

    private void clear() {
        html = null;
        cc = null;
        files = null;
        reason = null;
        wakeUpAt = null;
        then = Status.ANSWERED;
        movedOn = false;
    }

    /** The statuses that a reply may bring, the usual one first. */
    public List<Status> getStatuses() {
        return List.of(Status.ANSWERED, Status.PENDING, Status.ON_HOLD, Status.POSTPONED, Status.RESOLVED, Status.OPEN);
    }

    public List<Uploads.Upload> getUploads() {
        return uploads.of(files);
    }

    /** Whether news came between the writing and the sending. */
    public boolean isMovedOn() {
        return movedOn;
    }

    public Visibility getMode() {
        return mode;
    }

    public void setMode(Visibility mode) {
        this.mode = mode == null ? Visibility.PUBLIC : mode;
    }

    public String getHtml() {
        return html;
    }

    public void setHtml(String html) {
        this.html = html;
    }

    public String getCc() {
        return cc;
    }

    public void setCc(String cc) {
        this.cc = cc;
    }

    public String getFiles() {
        return files;
    }

    public void setFiles(String files) {
        this.files = files;
    }

    public Status getThen() {
        return then;
    }

    public void setThen(Status then) {
        this.then = then;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getWakeUpAt() {
        return wakeUpAt;
    }

    public void setWakeUpAt(String wakeUpAt) {
        this.wakeUpAt = wakeUpAt;
    }
}
