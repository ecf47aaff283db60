package org.pilet.tickets;

import java.time.Instant;

/**
 * One thing to change about a ticket. A page's field, an API call, a rule's action and a macro are all lists of these.
 */
public sealed interface TicketChange {

    /** Which field it touches, for telling rivals what collided. */
    Field field();

    /** Whether an event has changed the same; of what there are several, the same one. */
    default boolean contradicts(TicketEventView event) {
        return event.kind().equals(field().eventKind());
    }

    /** Refused when blank. Clipped to 300 characters. */
    record Rename(String subject) implements TicketChange {
        @Override
        public Field field() {
            return Field.SUBJECT;
        }
    }

    /**
     * Refused when the transition is not allowed, when a waiting status comes without a reason, when POSTPONED comes
     * without a wake-up in the future, or for RESOLVED, which needs a solution for the customer and so goes through the
     * conversation.
     */
    record SetStatus(Status status, String reason, Instant wakeUpAt) implements TicketChange {
        @Override
        public Field field() {
            return Field.STATUS;
        }

        public static SetStatus to(Status status) {
            return new SetStatus(status, null, null);
        }
    }

    /** By a person, it stays whatever becomes of impact and urgency, until {@link FollowMatrix}. */
    record SetPriority(Priority priority) implements TicketChange {
        @Override
        public Field field() {
            return Field.PRIORITY;
        }
    }

    /** The priority is what impact and urgency make it again, now and whenever they change. */
    record FollowMatrix() implements TicketChange {
        @Override
        public Field field() {
            return Field.PRIORITY;
        }
    }

    /** Null: not assessed. Gives the priority with the urgency, once all changes are made. */
    record SetImpact(Impact impact) implements TicketChange {
        @Override
        public Field field() {
            return Field.IMPACT;
        }
    }

    /** Null: not assessed. Gives the priority with the impact, once all changes are made. */
    record SetUrgency(Urgency urgency) implements TicketChange {
        @Override
        public Field field() {
            return Field.URGENCY;
        }
    }

    record SetType(TicketType type) implements TicketChange {
        @Override
        public Field field() {
            return Field.TYPE;
        }
    }

    record Categorise(long categoryId) implements TicketChange {
        @Override
        public Field field() {
            return Field.CATEGORY;
        }
    }

    /** Refused when the queue is unknown. The owner stays if they may work the new queue, else it becomes unassigned. */
    record Move(long queueId) implements TicketChange {
        @Override
        public Field field() {
            return Field.QUEUE;
        }
    }

    /** Null makes it unassigned. Refused when that person may not work the queue. */
    record Assign(Long ownerId) implements TicketChange {
        @Override
        public Field field() {
            return Field.OWNER;
        }
    }

    /** Null: nobody oversees it. */
    record SetResponsible(Long personId) implements TicketChange {
        @Override
        public Field field() {
            return Field.RESPONSIBLE;
        }
    }

    /** A due date given by hand; null takes it away. Refused when it lies in the past. */
    record SetDueAt(Instant dueAt) implements TicketChange {
        @Override
        public Field field() {
            return Field.DUE_AT;
        }
    }

    /** Lower-cased; refused when blank or over 50 characters. */
    record AddTag(String tag) implements TicketChange {
        @Override
        public Field field() {
            return Field.TAGS;
        }

        @Override
        public boolean contradicts(TicketEventView event) {
            return TicketChange.super.contradicts(event) && event.concerns(tag);
        }
    }

    record RemoveTag(String tag) implements TicketChange {
        @Override
        public Field field() {
            return Field.TAGS;
        }

        @Override
        public boolean contradicts(TicketEventView event) {
            return TicketChange.super.contradicts(event) && event.concerns(tag);
        }
    }

    record AddParticipant(long personId) implements TicketChange {
        @Override
        public Field field() {
            return Field.PARTICIPANTS;
        }

        @Override
        public boolean contradicts(TicketEventView event) {
            return TicketChange.super.contradicts(event) && event.concerns(String.valueOf(personId));
        }
    }

    record RemoveParticipant(long personId) implements TicketChange {
        @Override
        public Field field() {
            return Field.PARTICIPANTS;
        }

        @Override
        public boolean contradicts(TicketEventView event) {
            return TicketChange.super.contradicts(event) && event.concerns(String.valueOf(personId));
        }
    }

    /** Marks the ticket as escalated, or takes the mark away. */
    record SetEscalated(boolean escalated) implements TicketChange {
        @Override
        public Field field() {
            return Field.ESCALATED;
        }
    }
}
