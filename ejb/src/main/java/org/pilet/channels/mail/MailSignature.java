package org.pilet.channels.mail;

import org.pilet.conversation.TemplateWords;
import org.pilet.platform.InvalidInput;

/** What stands below an answer, a queue's or somebody's own, in lines fit to be kept. */
public record MailSignature(String lines) {

    private static final int LONGEST = 2_000;

    /** Refused with {@link InvalidInput} for a place that a signature cannot name, and for what is longer than 2,000 characters. */
    public MailSignature {
        lines = lines == null ? "" : lines.replace("\r\n", "\n").strip();
        if (lines.length() > LONGEST) {
            throw new InvalidInput("signature", "tooLong", LONGEST);
        }
        TemplateWords.of("signature", lines, ReplyFrame.SIGNATURE_PLACES);
    }
}
