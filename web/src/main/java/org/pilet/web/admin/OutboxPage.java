package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.pilet.channels.mail.MailHostView;
import org.pilet.channels.mail.MailHosts;
import org.pilet.platform.OutboxEntries;
import org.pilet.platform.OutboxItem;
import org.pilet.platform.Page;
import org.pilet.platform.Refusal;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/** What could not leave the house and what is about to. The state and the place in the list stand in the address. */
@Named
@ViewScoped
public class OutboxPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SIZE = 50;

    /** The two states that concern a person; what is done or cancelled does not. */
    public enum OutboxState {
        DEAD,
        WAITING
    }

    @EJB
    private OutboxEntries entries;

    @EJB
    private MailHosts mailHosts;

    @Inject
    private Toasts toasts;

    @Inject
    private PageTexts texts;

    private OutboxState state = OutboxState.DEAD;
    private String after;
    private List<OutboxLine> lines = List.of();
    private String next;
    private List<MailHostView> hosts = List.of();

    public void load() {
        Page<OutboxItem> page = entries.inState(state.name(), cursor(), SIZE);
        hosts = mailHosts.all();
        lines = page.rows().stream().map(OutboxLine::of).toList();
        next = page.next();
    }

    /** An address that somebody has shortened or made up shows the list from its beginning. */
    private String cursor() {
        return after != null && after.matches("\\d{1,18}") ? after : null;
    }

    /** Has the entry tried again now; the list then shows what is left. */
    public void retry(OutboxLine line) {
        try {
            entries.retry(line.id());
        } catch (Refusal gone) {
            load(); // the page shows what holds now, the message says why
            throw gone;
        }
        toasts.say(texts.get("outbox.retried"));
        load();
    }

    /** The servers that mail is handed to, the troubled ones first. */
    public List<MailHostView> getHosts() {
        return hosts;
    }

    public List<OutboxLine> getLines() {
        return lines;
    }

    /** Where the list goes on, or null. */
    public String getNext() {
        return next;
    }

    public OutboxState getState() {
        return state;
    }

    public void setState(OutboxState state) {
        this.state = state == null ? OutboxState.DEAD : state;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
