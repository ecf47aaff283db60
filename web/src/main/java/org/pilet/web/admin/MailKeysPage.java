package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pilet.channels.mail.MailKeyView;
import org.pilet.channels.mail.MailKeys;
import org.pilet.channels.mail.MailSealing;
import org.pilet.channels.mail.MailboxView;
import org.pilet.channels.mail.Mailboxes;
import org.pilet.channels.mail.NewMailKey;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/** Certificates and keys, and how each mailbox signs and encrypts. */
@Named
@ViewScoped
public class MailKeysPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int LARGEST = 1 << 20;

    @EJB
    private MailKeys keys;

    @EJB
    private Mailboxes mailboxes;

    @Inject
    private Toasts toasts;

    @Inject
    private PageTexts texts;

    private List<MailKeyView> all = List.of();
    private List<SealingLine> lines = List.of();
    private MailKeyView.Kind kind = MailKeyView.Kind.SMIME;
    private transient Part file;
    private String pasted;
    private String passphrase;
    private Long mailboxId;
    private boolean trusted;

    public void load() {
        all = keys.all();
        lines = new ArrayList<>(mailboxes.all().stream()
                .map(box -> new SealingLine(box, keys.sealing(box.id())))
                .toList());
    }

    public void add() {
        keys.add(new NewMailKey(kind, bytes(), passphrase, mailboxId, null, trusted));
        toasts.say(texts.get("saved"));
        pasted = null;
        passphrase = null;
        load();
    }

    private byte[] bytes() {
        if (file == null || file.getSize() == 0) {
            return pasted == null ? new byte[0] : pasted.strip().getBytes(StandardCharsets.UTF_8);
        }
        try (InputStream content = file.getInputStream()) {
            return content.readNBytes(LARGEST);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public void trust(MailKeyView key) {
        keys.trust(key.id(), !key.trusted());
        load();
    }

    public void remove(MailKeyView key) {
        keys.remove(key.id());
        toasts.say(texts.get("mailKeys.removed"));
        load();
    }

    public void seal(SealingLine line) {
        keys.seal(line.getMailbox().id(), new MailSealing(line.getScheme(), line.isEncrypts()));
        toasts.say(texts.get("saved"));
        load();
    }

    public List<MailKeyView> getAll() {
        return all;
    }

    public List<SealingLine> getLines() {
        return lines;
    }

    public List<MailKeyView.Kind> getKinds() {
        return Arrays.asList(MailKeyView.Kind.values());
    }

    public List<MailSealing.Scheme> getSchemes() {
        return Arrays.asList(MailSealing.Scheme.values());
    }

    public MailKeyView.Kind getKind() {
        return kind;
    }

    public void setKind(MailKeyView.Kind kind) {
        this.kind = kind;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public String getPasted() {
        return pasted;
    }

    public void setPasted(String pasted) {
        this.pasted = pasted;
    }

    public String getPassphrase() {
        return passphrase;
    }

    public void setPassphrase(String passphrase) {
        this.passphrase = passphrase;
    }

    public Long getMailboxId() {
        return mailboxId;
    }

    public void setMailboxId(Long mailboxId) {
        this.mailboxId = mailboxId;
    }

    public boolean isTrusted() {
        return trusted;
    }

    public void setTrusted(boolean trusted) {
        this.trusted = trusted;
    }

    /** One mailbox's choice while it is being made. */
    public static final class SealingLine implements Serializable {

        private static final long serialVersionUID = 1L;

        private final MailboxView mailbox;
        private MailSealing.Scheme scheme;
        private boolean encrypts;

        SealingLine(MailboxView mailbox, MailSealing sealing) {
            this.mailbox = mailbox;
            this.scheme = sealing.scheme();
            this.encrypts = sealing.encrypts();
        }

        public MailboxView getMailbox() {
            return mailbox;
        }

        public MailSealing.Scheme getScheme() {
            return scheme;
        }

        public void setScheme(MailSealing.Scheme scheme) {
            this.scheme = scheme;
        }

        public boolean isEncrypts() {
            return encrypts;
        }

        public void setEncrypts(boolean encrypts) {
            this.encrypts = encrypts;
        }
    }
}
