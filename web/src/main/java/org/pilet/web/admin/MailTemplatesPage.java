package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.pilet.conversation.Drafts;
import org.pilet.notifications.MailEvent;
import org.pilet.notifications.MailPreview;
import org.pilet.notifications.MailTemplateDraft;
import org.pilet.notifications.MailTemplateView;
import org.pilet.notifications.MailTemplates;
import org.pilet.tickets.QueueView;
import org.pilet.tickets.Queues;
import org.pilet.web.common.Language;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;
import org.pilet.web.common.Viewer;

/** The words of one kind of mail, in one language, for one queue or all; which one stands in the address. */
@Named
@ViewScoped
public class MailTemplatesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private MailTemplates templates;

    @EJB
    private Queues queues;

    @EJB
    private Drafts drafts;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    @Inject
    private PageTexts texts;

    private MailEvent event = MailEvent.ACKNOWLEDGEMENT;
    private String language;
    private Long queueId;
    private List<QueueView> choices = List.of();
    private List<MailTemplateView> written = List.of();
    private MailTemplateView view;
    private String subject;
    private String body;
    private MailPreview preview;

    public void load() {
        if (language == null) {
            language = viewer.getLang();
        }
        choices = queues.active();
        show(templates.view(event, language, queueId));
    }

    public void save() {
        show(templates.save(draft()));
        drafts.discard(getPlace());
        toasts.say(texts.get("saved"));
    }

    /** The words that come next in the order hold again. */
    public void reset() {
        show(templates.reset(event, language, queueId));
        drafts.discard(getPlace());
        toasts.say(texts.get("mailTemplates.isReset"));
    }

    public void look() {
        preview = templates.preview(draft());
    }

    /** Puts the shipped words into the form, to start from; nothing is saved. */
    public void shipped() {
        MailTemplateView words = templates.shipped(event, language);
        subject = words.subject();
        body = words.body();
        preview = null;
    }

    private MailTemplateDraft draft() {
        return new MailTemplateDraft(event, language, queueId, subject, body, view.version());
    }

    private void show(MailTemplateView shown) {
        view = shown;
        subject = shown.subject();
        body = shown.body();
        preview = null;
        written = templates.written();
    }

    /** Where what is typed is kept until it is saved. */
    public String getPlace() {
        return "form/mail/" + event + "/" + language + (queueId == null ? "" : "/" + queueId);
    }

    /** Whether there are words of one's own in exactly this place. */
    public boolean isOwn() {
        return view.version() > 0;
    }

    /** How many places of an event have words of their own. */
    public long written(MailEvent kind) {
        return written.stream().filter(each -> each.event() == kind).count();
    }

    /** What may be named, as it is typed. */
    public String getPlaces() {
        return ReplyFrameEditor.typed(event.places());
    }

    public List<MailEvent> getEvents() {
        return Arrays.asList(MailEvent.values());
    }

    public List<QueueView> getChoices() {
        return choices;
    }

    public MailTemplateView getView() {
        return view;
    }

    public MailPreview getPreview() {
        return preview;
    }

    public MailEvent getEvent() {
        return event;
    }

    public void setEvent(MailEvent event) {
        this.event = event == null ? MailEvent.ACKNOWLEDGEMENT : event;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    /** Of the language that the words are in; what is to be filled in is Latin and tells nothing. */
    public String getDirection() {
        return Language.ofTag(language).map(Language::direction).orElse("ltr");
    }

    public Long getQueueId() {
        return queueId;
    }

    public void setQueueId(Long queueId) {
        this.queueId = queueId;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }
}
