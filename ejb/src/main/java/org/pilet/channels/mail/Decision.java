package org.pilet.channels.mail;

/** What is to be entered in the mail log for a mail that was decided. */
record Decision(InboundState state, String decision, String reason, Long ticketId, Long messageId) {

    static Decision ignored(String decision, String reason, Long ticketId) {
        return new Decision(InboundState.IGNORED, decision, reason, ticketId, null);
    }

    static Decision quarantined(String decision, String reason) {
        return new Decision(InboundState.QUARANTINED, decision, reason, null, null);
    }

    static Decision refused(String decision, String reason, Long ticketId) {
        return new Decision(InboundState.REFUSED, decision, reason, ticketId, null);
    }

    static Decision done(String decision, String reason, long ticketId, long messageId) {
        return new Decision(InboundState.DONE, decision, reason, ticketId, messageId);
    }
}
