package org.pilet.notifications;

import org.pilet.platform.Refusal;

/** Somebody has written other words in this place since the caller read them. */
public class MailTemplateChanged extends Refusal {

    private static final long serialVersionUID = 1L;

    MailTemplateChanged() {
        super(Kind.CONFLICT, "refusal.mailTemplateChanged");
    }
}
