package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * As {@link MailAnomalyIT}, but 2,000 mails and 50 kills while they are taken in, then 1,000 answers and 50 kills while they
 * are handed out. Takes about half an hour, so it runs by its name only.
 */
class MailKills {

    private static final int KILLS = Integer.getInteger("pilet.it.kills", 50);

    @Test
    void of_thousands_of_mails_none_is_lost_and_none_is_doubled_whatever_is_killed() throws Exception {
        try (MailUnderFire pilet = MailUnderFire.start("mailkills", 36)) {
            long began = System.nanoTime();
            pilet.takeIn(40 * KILLS, KILLS);
            MailUnderFire.Outcome taken = pilet.told(40 * KILLS, KILLS);
            System.out.println("Taken in, and told so: " + taken);
            MailUnderFire.Outcome answered = pilet.answer(20 * KILLS, KILLS);
            System.out.println("Answered: " + answered);
            long difference = pilet.reconcile();
            System.out.printf(
                    "The comparison reads %d; all took %d s%n",
                    difference, (System.nanoTime() - began) / 1_000_000_000);

            assertThat(difference).isZero();
            // two mails are under way at a time
            assertThat(taken.repeated()).isLessThanOrEqualTo(2 * taken.kills());
            assertThat(answered.repeated()).isLessThanOrEqualTo(2 * answered.kills());
        }
    }
}
