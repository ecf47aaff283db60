package org.pilet.sla;

import static org.pilet.sla.OracleStory.MINUTES;
import static org.pilet.sla.OracleStory.NEVER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One clock as the oracle sees it: what it does in each minute from its start, and what was agreed for it when. */
final class OracleTape {

    private final OracleOffice office;
    private final int start;
    private final int team;
    private final byte[] phases = new byte[MINUTES];
    private final List<Agreed> agreed = new ArrayList<>();
    private int last;

    /** The terms that hold from a minute on. */
    private record Agreed(int since, OraclePromise promise) {}

    /** Of the team that has the ticket then. */
    OracleTape(OracleOffice office, int start, int team) {
        this.office = office;
        this.start = start;
        this.team = team;
        this.last = start;
        fill(start, Phase.RUNNING);
    }

    int start() {
        return start;
    }

    int team() {
        return team;
    }

    /** The last minute at which anything happened to it. */
    int last() {
        return last;
    }

    void fill(int minute, Phase phase) {
        last = Math.max(last, minute);
        Arrays.fill(phases, last, MINUTES, (byte) phase.ordinal());
    }

    Phase at(int minute) {
        return Phase.values()[phases[Math.max(start, minute)]];
    }

    boolean isLiveAt(int minute) {
        Phase phase = at(minute);
        return phase == Phase.RUNNING || phase == Phase.PAUSED;
    }

    void agree(int since, OraclePromise promise) {
        agreed.add(new Agreed(since, promise));
    }

    OraclePromise terms() {
        return agreed.get(agreed.size() - 1).promise();
    }

    /** The first minute at which the clock runs and the promise is used up. */
    int due(OraclePromise promise, int until) {
        int budget = budget(promise);
        if (budget == NEVER) {
            return NEVER;
        }
        boolean all = promise.counting() == Budget.Counting.ROUND_THE_CLOCK;
        int used = 0;
        boolean[] open = office.open();
        byte running = (byte) Phase.RUNNING.ordinal();
        for (int m = start; m < until; m++) {
            if (phases[m] == running) {
                if (used >= budget) {
                    return m;
                }
                used += all || open[m] ? 1 : 0;
            }
        }
        return NEVER;
    }

    private int budget(OraclePromise promise) {
        if (promise.counting() != Budget.Counting.WORKING_DAYS) {
            return promise.length();
        }
        int end = office.endOfWorkingDay(start, promise.length());
        int open = 0;
        for (int m = start; end != NEVER && m < end; m++) {
            open += office.open()[m] ? 1 : 0;
        }
        return end == NEVER ? NEVER : open;
    }

    /** The first agreement whose due minute had passed while it held decides, and is never undone. */
    Optional<Integer> breach(int seenAt) {
        for (int i = 0; i < agreed.size(); i++) {
            int until =
                    i + 1 < agreed.size() ? Math.min(seenAt, agreed.get(i + 1).since()) : seenAt;
            int due = due(agreed.get(i).promise(), Math.min(until, MINUTES));
            if (due < until) {
                return Optional.of(Math.max(due, agreed.get(i).since()));
            }
        }
        return Optional.empty();
    }
}
