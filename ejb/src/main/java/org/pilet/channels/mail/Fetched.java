package org.pilet.channels.mail;

import java.time.Duration;

/**
 * What a look into a mailbox has brought.
 *
 * @param mails how many were taken
 * @param lag how long the one that had waited longest lay on the server, or null
 */
record Fetched(int mails, Duration lag) {

    static final Fetched NOTHING = new Fetched(0, null);

    Fetched and(Fetched more) {
        boolean longer = more.lag != null && (lag == null || more.lag.compareTo(lag) > 0);
        return new Fetched(mails + more.mails, longer ? more.lag : lag);
    }
}
