package org.pilet.it;

import java.sql.Connection;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The server is killed, at any moment, while hundreds of clocks run out. Afterwards each of them must have been struck,
 * and told of, exactly once, and be dated at its due time however late that was noticed.
 */
class SlaAnomalyIT {

    private static final int TICKETS = 300;
    private static final int KILLS = Integer.getInteger("pilet.it.kills", 1);
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Random random = new Random();
    private final RunningOut all = new RunningOut(TICKETS, Duration.ofMillis(60));

    @Test
    void killed_during_escalations_none_is_missed_and_none_is_doubled() throws Exception {
        PiletServer server = PiletServer.mortal();
        try (Connection connection = server.connect()) {
            all.prepare(connection);
        }
        for (int kill = 0; kill < KILLS; kill++) {
            int enough = (kill + 1) * TICKETS / (KILLS + 2) + random.nextInt(TICKETS / (KILLS + 2));
            RunningOut.awaitBreaches(server, enough, PATIENCE);
            server.kill9();
            server.startAgain();
        }
        RunningOut.awaitBreaches(server, TICKETS, PATIENCE);
        try (Connection connection = server.connect()) {
            all.assertEachStruckOnce(connection);
        }
    }
}
