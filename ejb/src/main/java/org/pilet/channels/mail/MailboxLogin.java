package org.pilet.channels.mail;

/** What it takes to fetch a mailbox; never leaves this room and is never logged. */
record MailboxLogin(
        long id,
        String protocol,
        String host,
        int port,
        String security,
        String user,
        String password,
        String folder,
        String doneFolder,
        long largest,
        TokenAccess tokens,
        Fetching fetching,
        int version) {

    boolean pop() {
        return protocol.equals("POP3");
    }

    @Override
    public String toString() {
        return "mailbox " + id + " of " + user + " on " + host + ":" + port;
    }
}
