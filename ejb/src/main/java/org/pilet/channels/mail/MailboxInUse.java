package org.pilet.channels.mail;

import org.pilet.platform.Refusal;

/** Mail has come by this mailbox, and the log must go on telling so: it can be switched off, not removed. */
public class MailboxInUse extends Refusal {

    private static final long serialVersionUID = 1L;

    MailboxInUse(String address) {
        super(Kind.CONFLICT, "refusal.mailbox.inUse", address);
    }
}
