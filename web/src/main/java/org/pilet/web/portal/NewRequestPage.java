package org.pilet.web.portal;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.pilet.catalog.Categories;
import org.pilet.catalog.CategoryView;
import org.pilet.conversation.Conversations;
import org.pilet.conversation.Drafts;
import org.pilet.conversation.IncomingMessage;
import org.pilet.tickets.Channel;
import org.pilet.tickets.OpenTicket;
import org.pilet.tickets.QueueView;
import org.pilet.tickets.Queues;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Viewer;

/** A new request in the customer's words. How urgent it is and who handles it is not theirs to fill in. */
@Named
@ViewScoped
public class NewRequestPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Queues queues;

    @Inject
    private Categories categories;

    @Inject
    private Conversations conversations;

    @Inject
    private Drafts drafts;

    @Inject
    private Viewer viewer;

    @Inject
    private PageTexts texts;

    @Inject
    private ChosenFiles files;

    private List<QueueView> topics;
    private List<CategoryView> kinds;
    private Long queueId;
    private Long categoryId;
    private String subject;
    private String body;
    private String opened;

    public void load() {
        topics = queues.active();
        kinds = categories.active();
        if (queueId == null && topics.size() == 1) {
            queueId = topics.get(0).id();
        }
    }

    /** Opens the request once, however often the button is pressed. */
    public synchronized String send() {
        if (opened == null) {
            if (!isComplete()) {
                return null;
            }
            opened = conversations.open(request(), message()).number();
            drafts.discard("new");
            FacesContext.getCurrentInstance().getExternalContext().getFlash().put("done", "created");
        }
        return "/portal/request.xhtml?faces-redirect=true&number=" + opened;
    }

    private boolean isComplete() {
        boolean asked = queueId != null;
        boolean named = subject != null && !subject.isBlank();
        boolean said = body != null && !body.isBlank() || !files.getKept().isEmpty();
        complain(asked, "new:topic", "portal.new.topicMissing");
        complain(named, "new:subject", "portal.new.subjectMissing");
        complain(said, "new:body", "portal.new.bodyMissing");
        return asked && named && said;
    }

    private void complain(boolean fine, String field, String key) {
        if (!fine) {
            FacesContext.getCurrentInstance()
                    .addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, texts.get(key), null));
        }
    }

    private OpenTicket request() {
        return new OpenTicket(
                subject.strip(),
                queueId,
                categoryId,
                null,
                null,
                Channel.PORTAL,
                viewer.getPersonId(),
                viewer.getLang(),
                false,
                List.of(),
                null);
    }

    private IncomingMessage message() {
        return PortalWords.of(viewer, subject.strip(), body, files.all());
    }

    public List<QueueView> getTopics() {
        return topics;
    }

    public List<CategoryView> getKinds() {
        return kinds;
    }

    public ChosenFiles getFiles() {
        return files;
    }

    public Long getQueueId() {
        return queueId;
    }

    public void setQueueId(Long queueId) {
        this.queueId = queueId;
    }

    public Long getCategoryId() {
        return categoryId;
    }

    public void setCategoryId(Long categoryId) {
        this.categoryId = categoryId;
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
