package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Two nodes share one database; while thousands of clocks run out, one or the other is killed and started again. Takes
 * several minutes, so it is run by its name only.
 */
class SlaCluster {

    private static final int TICKETS = Integer.getInteger("pilet.it.cluster.tickets", 10_000);
    private static final Duration BETWEEN = Duration.ofMillis(Integer.getInteger("pilet.it.cluster.millis", 30));
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final long PROMISED_MILLIS = 5_000;
    private static final long PROMISED_OVER_DEATH = 30_000;

    private final Random random = new Random();

    @Test
    void each_of_many_clocks_is_struck_once_whichever_node_dies() throws Exception {
        RunningOut all = new RunningOut(TICKETS, BETWEEN);
        try (PiletServer one = PiletServer.start("cluster", 33);
                PiletServer two = PiletServer.beside(one, 34)) {
            List<PiletServer> nodes = List.of(one, two);
            try (Connection connection = one.connect()) {
                all.prepare(connection);
            }
            int kills = 0;
            for (int enough = next(0); enough < TICKETS; enough = next((int) RunningOut.breaches(one))) {
                RunningOut.awaitBreaches(one, enough, PATIENCE);
                PiletServer victim = nodes.get(random.nextInt(nodes.size()));
                victim.kill9();
                kills++;
                victim.startAgain();
            }
            RunningOut.awaitBreaches(one, TICKETS, PATIENCE);
            try (Connection connection = one.connect()) {
                all.assertEachStruckOnce(connection);
                long p99 = RunningOut.lateness(connection, 99);
                long latest = RunningOut.lateness(connection, 100);
                System.out.printf(
                        "%d clocks on two nodes, %d kills: lateness median %d ms, p99 %d ms, latest %d ms%n",
                        TICKETS, kills, RunningOut.lateness(connection, 50), p99, latest);
                assertThat(p99).isLessThan(PROMISED_MILLIS);
                assertThat(latest).as("over a node's death").isLessThan(PROMISED_OVER_DEATH);
            }
        }
    }

    private int next(int done) {
        return done + TICKETS / 20 + random.nextInt(TICKETS / 10);
    }
}
