package org.pilet.channels.mail;

/** How a mail is to be taken. */
enum Treatment {
    /** A person's words. */
    GENUINE,
    /** Words that count, sent by a machine or to many: no automatic answer. */
    UNANSWERED,
    /** An automatic reply such as an absence notice: no answer, and it changes no status. */
    AUTO_REPLY,
    /** A mail server's report on one of our mails. */
    REPORT,
    /** Our own mail come back. */
    OWN
}
