package org.pilet.sla;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * The clocks that owe something, of the queues that the caller may see.
 *
 * @param counts by state, all of them; a state without any is zero
 * @param rows those asked for, soonest first, paused ones last
 */
public record BoardView(Map<BoardState, Long> counts, List<BoardRow> rows) implements Serializable {

    public BoardView {
        counts = Map.copyOf(counts);
        rows = List.copyOf(rows);
    }
}
