package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.pilet.channels.mail.MailboxCheck;
import org.pilet.channels.mail.MailboxChecks;
import org.pilet.channels.mail.MailboxView;
import org.pilet.channels.mail.Mailboxes;
import org.pilet.channels.mail.Threading;
import org.pilet.platform.NotFound;
import org.pilet.tickets.QueueView;
import org.pilet.tickets.Queues;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/** One mailbox: set up, tried before it is kept, changed, removed. */
@Named
@ViewScoped
public class MailboxPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private Mailboxes mailboxes;

    @EJB
    private MailboxChecks checks;

    @EJB
    private Queues queues;

    @Inject
    private PageTexts texts;

    @Inject
    private Toasts toasts;

    private String id;
    private MailboxView box;
    private MailboxForm form = new MailboxForm();
    private List<QueueView> choices = List.of();
    private MailboxCheck checked;
    private boolean removing;

    public void load() {
        choices = queues.active();
        if (id != null && !id.isBlank()) {
            if (!id.matches("\\d{1,18}")) {
                throw new NotFound("mailbox", id);
            }
            show(mailboxes.view(Long.parseLong(id)));
        }
    }

    private void show(MailboxView read) {
        box = read;
        form = MailboxForm.of(read);
    }

    /** Another protocol or another way in was chosen: other things are asked now. */
    public void chosen() {
        checked = null;
    }

    /** Tries what is filled in, and keeps nothing. */
    public void check() {
        checked = null;
        checked = checks.of(form.settings(boxId(), null));
    }

    /** Keeps it; the mailbox is fetched at once. */
    public String save() {
        boolean isNew = box == null;
        show(mailboxes.save(form.settings(boxId(), isNew ? null : box.version())));
        toasts.say(texts.get("mailbox.saved"));
        return isNew ? "/admin/mailbox.xhtml?faces-redirect=true&id=" + box.id() : null;
    }

    public void askRemove() {
        removing = !removing;
    }

    public String remove() {
        mailboxes.remove(box.id());
        return "/admin/mail.xhtml?faces-redirect=true";
    }

    private Long boxId() {
        return box == null ? null : box.id();
    }

    /** As it is kept, or null while it is new. */
    public MailboxView getBox() {
        return box;
    }

    public MailboxForm getForm() {
        return form;
    }

    public List<QueueView> getQueues() {
        return choices;
    }

    public Threading.Strangers[] getStrangers() {
        return Threading.Strangers.values();
    }

    /** What the settings tried last look like, or null. */
    public MailboxCheck getChecked() {
        return checked;
    }

    public boolean isRemoving() {
        return removing;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
