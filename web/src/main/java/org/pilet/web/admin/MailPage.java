package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pilet.channels.mail.InboundMailView;
import org.pilet.channels.mail.InboundMails;
import org.pilet.channels.mail.InboundState;
import org.pilet.channels.mail.MailReconciliationView;
import org.pilet.channels.mail.MailReconciliations;
import org.pilet.channels.mail.MailboxCheck;
import org.pilet.channels.mail.MailboxChecks;
import org.pilet.channels.mail.MailboxView;
import org.pilet.channels.mail.Mailboxes;
import org.pilet.platform.Page;
import org.pilet.platform.Refusal;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/** How mail comes in: the mailboxes' health, the log with what was decided and why, and the quarantine. */
@Named
@ViewScoped
public class MailPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SIZE = 50;

    @EJB
    private Mailboxes mailboxes;

    @EJB
    private MailboxChecks checks;

    @EJB
    private InboundMails mails;

    @EJB
    private MailReconciliations reconciliations;

    @Inject
    private Toasts toasts;

    @Inject
    private PageTexts texts;

    private final Map<Long, String> reasons = new HashMap<>();
    private InboundState state;
    private String after;
    private List<MailboxView> boxes = List.of();
    private List<InboundMailView> log = List.of();
    private String next;
    private MailReconciliationView reconciliation;
    private MailboxCheck checked;
    private String checkedAddress;

    public void load() {
        boxes = mailboxes.all();
        reconciliation = reconciliations.latest().orElse(null);
        Page<InboundMailView> page = mails.log(state, cursor(), SIZE);
        log = page.rows();
        next = page.next();
    }

    /** An address that somebody has shortened or made up shows the log from its beginning. */
    private String cursor() {
        return after != null && after.matches("\\d{1,18}") ? after : null;
    }

    /** Tries to open a mailbox and shows what would come. */
    public void check(MailboxView box) {
        checked = checks.of(box.id());
        checkedAddress = box.address();
    }

    /** Has a quarantined mail decided anew. */
    public void retry(InboundMailView mail) {
        change(() -> mails.retry(mail.id()), "mail.retried");
    }

    /** Ends a mail's quarantine with the reason that was written beside it. */
    public void dismiss(InboundMailView mail) {
        change(() -> mails.dismiss(mail.id(), reasons.get(mail.id())), "mail.dismissed");
        reasons.remove(mail.id());
    }

    private void change(Runnable gesture, String done) {
        try {
            gesture.run();
        } catch (Refusal refusal) {
            load(); // the page shows what holds now, the message says why
            throw refusal;
        }
        toasts.say(texts.get(done));
        load();
    }

    /** What the mailbox tried last looks like, or null. */
    public MailboxCheck getChecked() {
        return checked;
    }

    public String getCheckedAddress() {
        return checkedAddress;
    }

    /** The latest, or null. */
    public MailReconciliationView getReconciliation() {
        return reconciliation;
    }

    public List<MailboxView> getBoxes() {
        return boxes;
    }

    public List<InboundMailView> getLog() {
        return log;
    }

    /** Where the log goes on, or null. */
    public String getNext() {
        return next;
    }

    public InboundState[] getStates() {
        return InboundState.values();
    }

    /** What is being written beside quarantined mails, by mail. */
    public Map<Long, String> getReasons() {
        return reasons;
    }

    public InboundState getState() {
        return state;
    }

    public void setState(InboundState state) {
        this.state = state;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
