package org.pilet.automation;

import java.util.Locale;

/** It was sent from that address, or from that domain or one beneath it. */
record SentBy(String addressOrDomain) implements IntakeCondition {

    @Override
    public boolean holds(Arrival arrival) {
        String sender = arrival.senderAddress().toLowerCase(Locale.ROOT);
        int at = addressOrDomain.lastIndexOf('@');
        if (at > 0) {
            return sender.equals(addressOrDomain);
        }
        String domain = addressOrDomain.substring(at + 1);
        String of = sender.substring(sender.lastIndexOf('@') + 1);
        return of.equals(domain) || of.endsWith("." + domain);
    }
}
