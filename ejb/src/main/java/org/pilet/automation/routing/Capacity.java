package org.pilet.automation.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether a team's next days can be done: the hours that its work needs, beside those of its people. */
final class Capacity {

    static final int DAYS = 7;

    /** From when to when somebody is not there. */
    record Gap(Instant from, Instant until) {}

    /**
     * Somebody of the team.
     *
     * @param teams how many teams they are in
     * @param gaps disjoint
     */
    record Member(long calendarId, int teams, List<Gap> gaps) {}

    /** How long a calendar is open between two instants. */
    @FunctionalInterface
    interface Hours {
        Duration open(long calendarId, Instant from, Instant to);
    }

    private Capacity() {}

    /** Hours of work: what waits and what is to come. */
    static long needed(long waiting, double arriving, double minutesEach) {
        return Math.round((waiting + arriving) * minutesEach / 60);
    }

    static long available(List<Member> members, Instant from, Hours hours) {
        Instant until = from.plus(Duration.ofDays(DAYS));
        double seconds = 0;
        for (Member member : members) {
            Duration there = hours.open(member.calendarId(), from, until);
            for (Gap gap : member.gaps()) {
                Instant begins = gap.from().isBefore(from) ? from : gap.from();
                Instant ends = gap.until() == null || gap.until().isAfter(until) ? until : gap.until();
                if (begins.isBefore(ends)) {
                    there = there.minus(hours.open(member.calendarId(), begins, ends));
                }
            }
            seconds += Math.max(0, there.toSeconds()) / (double) Math.max(1, member.teams());
        }
        return Math.round(seconds / 3600);
    }
}
