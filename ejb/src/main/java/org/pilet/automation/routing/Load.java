package org.pilet.automation.routing;

import java.io.Serializable;

/**
 * What somebody has in hand, beside what they can be given.
 *
 * @param active whether they are given tickets at all
 * @param away PAUSE or OUT_OF_OFFICE; null: neither
 * @param atWork whether the calendar they work by is open now
 * @param reserved tickets among those in hand that they have asked for and not yet taken
 */
public record Load(
        long personId,
        String name,
        boolean active,
        Absence.Kind away,
        boolean atWork,
        int tickets,
        int mostTickets,
        int chats,
        int mostChats,
        int calls,
        int mostCalls,
        int reserved)
        implements Serializable {}
