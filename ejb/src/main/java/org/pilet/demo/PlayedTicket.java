package org.pilet.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pilet.conversation.Origin;
import org.pilet.conversation.Visibility;
import org.pilet.sla.RehearsedClock;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketType;

/**
 * A ticket's rows, complete but for their numbers.
 *
 * @param place its place in the run, from 0
 * @param seen when each agent last had it in front of them
 */
record PlayedTicket(
        int place,
        State state,
        Set<String> tags,
        Set<Long> participants,
        Map<Long, Instant> seen,
        List<Message> messages,
        List<Event> events,
        List<RehearsedClock> clocks) {

    /** The ticket's row. */
    record State(
            String subject,
            Status status,
            String statusReason,
            Priority priority,
            TicketType type,
            Channel channel,
            String language,
            long categoryId,
            long queueId,
            Long ownerId,
            long requesterId,
            Long organisationId,
            boolean escalated,
            Instant wakeUpAt,
            Instant createdAt,
            boolean createdByAgent,
            Instant changedAt,
            Instant firstViewedAt,
            Instant assignedAt,
            Instant firstResponseAt,
            Instant resolvedAt,
            Instant closedAt,
            int version) {}

    /**
     * One line of history.
     *
     * @param message which of the messages it tells of, from 0, in place of a new value; else -1
     */
    record Event(
            int version,
            Instant at,
            String kind,
            Actor actor,
            String oldValue,
            String newValue,
            int message,
            Status status,
            long queueId,
            Long ownerId) {}

    /**
     * One message or note.
     *
     * @param mailId of mail that came in; what goes out gets its own when its number is known
     */
    record Message(
            Visibility visibility,
            Origin origin,
            Channel channel,
            Long authorId,
            String authorName,
            String authorAddress,
            Instant at,
            String subject,
            Words words,
            boolean html,
            String language,
            String to,
            String mailId,
            List<File> files) {

        Message with(List<File> attached) {
            return new Message(
                    visibility,
                    origin,
                    channel,
                    authorId,
                    authorName,
                    authorAddress,
                    at,
                    subject,
                    words,
                    html,
                    language,
                    to,
                    mailId,
                    attached);
        }

        boolean goesOut() {
            return origin == Origin.AGENT && visibility == Visibility.PUBLIC;
        }
    }

    record File(String name, String mediaType, byte[] content) {}
}
