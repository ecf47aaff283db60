package org.pilet.channels.mail;

/** The sending server could not be used; no mail is to blame. */
class SendingServerInTrouble extends Exception {

    private static final long serialVersionUID = 1L;

    SendingServerInTrouble(Exception trouble) {
        super(MailTrouble.words(trouble), trouble);
    }

    MailTrouble trouble() {
        return MailTrouble.of(getCause());
    }
}
