package org.pilet.automation.terms;

/**
 * The words that the event is about: what was just said, or what opened the ticket.
 *
 * @param address whom it came from; empty if from no address
 * @param recipients whom it was addressed to, as its headers named them
 */
public record MessageFacts(
        String address, String recipients, String subject, String text, boolean automatic, int files) {

    public static final MessageFacts NONE = new MessageFacts("", "", "", "", false, 0);
}
