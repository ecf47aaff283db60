package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Kills the server and its connections to the database while it takes mail in and hands mail out: afterwards every mail that
 * was handed over is stored once and decided once, each sound one has led to one ticket, a mail that left again did so under
 * the same Message-ID, and the nightly comparison reads zero until something is taken away. {@link MailKills} does it for long.
 */
class MailAnomalyIT {

    private static final int MAILS = 100;
    private static final int ANSWERS = 20;

    @Test
    void no_mail_is_lost_and_none_is_doubled_whatever_is_killed_and_what_is_lost_is_noticed() throws Exception {
        try (MailUnderFire pilet = MailUnderFire.start("mailanomaly", 31)) {
            pilet.takeIn(MAILS, 4);
            MailUnderFire.Outcome answers = pilet.answer(ANSWERS, 2);
            pilet.told(MAILS, 4 + 2);
            assertThat(answers.mostCopies()).as("left again after a kill").isEqualTo(2);
            assertThat(answers.repeated()).as("two are under way at a time").isLessThanOrEqualTo(2);

            assertThat(pilet.reconcile()).as("the difference after all that").isZero();

            pilet.lose("delete from inbound_mail where subject = 'Anomaly 10'");
            assertThat(pilet.reconcile()).isEqualTo(1);
            assertThat(pilet.astray()).containsExactly("NEVER_TAKEN Anomaly 10");

            pilet.lose("delete from message where mail_message_id = '<anomaly-11@contoso.example>'");
            assertThat(pilet.reconcile()).isEqualTo(2);
            assertThat(pilet.astray()).containsExactly("NEVER_TAKEN Anomaly 10", "NO_MESSAGE Anomaly 11");
        }
    }
}
