package org.pilet.channels.mail;

import java.util.Optional;
import org.pilet.channels.mail.mime.ParsedMail;

/** Judges one thing about a mail. */
@FunctionalInterface
interface MailFilter {

    /** The verdict, or empty if this filter has nothing to say. */
    Optional<Verdict> judge(ParsedMail mail);
}
