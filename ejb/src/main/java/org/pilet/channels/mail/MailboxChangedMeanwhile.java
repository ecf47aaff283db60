package org.pilet.channels.mail;

import org.pilet.platform.Refusal;

/** Somebody else has saved this mailbox since it was read; read it again and decide anew. */
public class MailboxChangedMeanwhile extends Refusal {

    private static final long serialVersionUID = 1L;

    MailboxChangedMeanwhile(String address) {
        super(Kind.CONFLICT, "refusal.mailbox.changedMeanwhile", address);
    }
}
