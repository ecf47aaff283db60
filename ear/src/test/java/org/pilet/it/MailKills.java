package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * As {@link MailAnomalyIT}, but 2,000 mails and 50 kills while they are taken in, and 1,000 answers and 50 kills while they are
 * handed out. Each takes a quarter of an hour on an idle machine, so they run by their names only.
 */
class MailKills {

    private static final int KILLS = Integer.getInteger("pilet.it.kills", 50);

    @Test
    void of_thousands_of_mails_none_is_lost_and_none_is_doubled_whatever_is_killed() throws Exception {
        try (MailUnderFire pilet = MailUnderFire.start("mailkills", 36)) {
            pilet.takeIn(40 * KILLS, KILLS);
            check("Taken in, and told so", pilet.told(40 * KILLS, KILLS), pilet.reconcile());
        }
    }

    @Test
    void of_a_thousand_answers_each_leaves_once_or_once_more_under_its_id_whatever_is_killed() throws Exception {
        try (MailUnderFire pilet = MailUnderFire.start("answerkills", 37)) {
            pilet.takeIn(24 * KILLS, 1);
            check("Answered", pilet.answer(20 * KILLS, KILLS), pilet.reconcile());
        }
    }

    private static void check(String what, MailUnderFire.Outcome outcome, long difference) {
        System.out.println(what + ": " + outcome + "; the comparison reads " + difference);
        assertThat(difference).isZero();
        // two mails are under way at a time
        assertThat(outcome.repeated()).isLessThanOrEqualTo(2 * outcome.kills());
    }
}
