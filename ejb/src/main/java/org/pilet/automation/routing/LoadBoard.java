package org.pilet.automation.routing;

import java.io.Serializable;
import java.util.List;

/**
 * Who has how much in hand at this moment.
 *
 * @param teams those whose queues the asker may see
 * @param stuck tickets that wait because nobody is eligible
 */
public record LoadBoard(List<Load> agents, List<TeamLoad> teams, List<Stuck> stuck) implements Serializable {

    public LoadBoard {
        agents = List.copyOf(agents);
        teams = List.copyOf(teams);
        stuck = List.copyOf(stuck);
    }

    /** A ticket for which nobody was eligible, with what spoke against each. */
    public record Stuck(long ticketId, String number, String subject, java.time.Instant since, String why)
            implements Serializable {}
}
