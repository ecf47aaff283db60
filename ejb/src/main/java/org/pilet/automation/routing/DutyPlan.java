package org.pilet.automation.routing;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * Turns on call duty to be written down, one after the other.
 *
 * @param personIds in the order in which they take turns
 * @param from when the first turn begins
 * @param zone on whose clocks; null: the house's
 * @param days how long each turn is
 * @param rounds how often everybody has a turn
 */
public record DutyPlan(long teamId, List<Long> personIds, LocalDateTime from, ZoneId zone, int days, int rounds) {

    public DutyPlan {
        personIds = personIds == null ? List.of() : List.copyOf(personIds);
    }
}
