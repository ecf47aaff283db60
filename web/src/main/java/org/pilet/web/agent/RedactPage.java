package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.pilet.conversation.AttachmentView;
import org.pilet.conversation.Conversations;
import org.pilet.conversation.MessageView;
import org.pilet.conversation.RedactionView;
import org.pilet.conversation.Redactions;
import org.pilet.tickets.TicketFinder;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/** A message from which words or files are taken out for good. */
@Named
@ViewScoped
public class RedactPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private Redactions redactions;

    @EJB
    private Conversations conversations;

    @EJB
    private TicketFinder finder;

    @Inject
    private Toasts toasts;

    @Inject
    private PageTexts texts;

    private long messageId;
    private MessageView message;
    private List<RedactionView> history = List.of();
    private String number;
    private String words;
    private String reason;

    public void load() {
        message = conversations.view(messageId);
        number = finder.view(message.ticketId()).number();
        history = redactions.of(messageId);
    }

    public void blackOut() {
        int messages = redactions.blackOut(messageId, words, reason);
        words = null;
        load();
        toasts.say(texts.of("redact.done", messages));
    }

    public void remove(AttachmentView file) {
        redactions.removeFile(messageId, file.id(), reason);
        load();
        toasts.say(texts.get("redact.removed"));
    }

    public MessageView getMessage() {
        return message;
    }

    public List<RedactionView> getHistory() {
        return history;
    }

    /** The ticket's, to go back to. */
    public String getNumber() {
        return number;
    }

    public long getMessageId() {
        return messageId;
    }

    public void setMessageId(long messageId) {
        this.messageId = messageId;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
