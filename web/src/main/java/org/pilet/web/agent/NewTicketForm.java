package org.pilet.web.agent;

import java.io.Serializable;
import java.util.List;
import org.pilet.conversation.IncomingMessage;
import org.pilet.conversation.NewAttachment;
import org.pilet.people.PersonView;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Impact;
import org.pilet.tickets.OpenTicket;
import org.pilet.tickets.Priority;
import org.pilet.tickets.TicketType;
import org.pilet.tickets.Urgency;

/** What an agent writes down when somebody calls, comes by, or has written elsewhere. */
public class NewTicketForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private Channel channel = Channel.PHONE;
    private String requester;
    private String newName;
    private String newLanguage;
    private Long queueId;
    private Long categoryId;
    private Priority priority;
    private Impact impact;
    private Urgency urgency;
    private TicketType type = TicketType.QUESTION;
    private String subject;
    private String body;
    private String files;

    OpenTicket ticket(PersonView by) {
        return new OpenTicket(
                        subject.strip(),
                        queueId,
                        categoryId,
                        priority,
                        type,
                        channel,
                        by.id(),
                        by.language(),
                        true,
                        List.of(),
                        null)
                .assessed(impact, urgency, priority != null);
    }

    IncomingMessage message(PersonView by, List<NewAttachment> attached) {
        return new IncomingMessage(
                channel,
                by.id(),
                by.email(),
                subject.strip(),
                body,
                null,
                by.language(),
                false,
                null,
                null,
                null,
                null,
                null,
                attached);
    }

    /** Tokens of the files that were chosen. */
    public String getFiles() {
        return files;
    }

    public void setFiles(String files) {
        this.files = files;
    }

    public Channel getChannel() {
        return channel;
    }

    public void setChannel(Channel channel) {
        this.channel = channel == null ? Channel.PHONE : channel;
    }

    public String getRequester() {
        return requester;
    }

    public void setRequester(String requester) {
        this.requester = requester;
    }

    public String getNewName() {
        return newName;
    }

    public void setNewName(String newName) {
        this.newName = newName;
    }

    public String getNewLanguage() {
        return newLanguage;
    }

    public void setNewLanguage(String newLanguage) {
        this.newLanguage = newLanguage;
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

    public Priority getPriority() {
        return priority;
    }

    public void setPriority(Priority priority) {
        this.priority = priority;
    }

    public Impact getImpact() {
        return impact;
    }

    public void setImpact(Impact impact) {
        this.impact = impact;
    }

    public Urgency getUrgency() {
        return urgency;
    }

    public void setUrgency(Urgency urgency) {
        this.urgency = urgency;
    }

    public TicketType getType() {
        return type;
    }

    public void setType(TicketType type) {
        this.type = type;
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
