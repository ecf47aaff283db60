package org.pilet.channels.mail;

import org.pilet.platform.Refusal;

/** Somebody has written other words in this place since the caller read them. */
public class ReplyFrameChanged extends Refusal {

    private static final long serialVersionUID = 1L;

    ReplyFrameChanged() {
        super(Kind.CONFLICT, "refusal.mailTemplateChanged");
    }
}
