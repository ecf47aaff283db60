package org.pilet.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;

/** Applies one {@link TicketChange} to a locked ticket; what changes nothing leaves no trace. */
@Dependent
class TicketEditor {

    @Inject
    private TicketStore store;

    @Inject
    private QueueStore queues;

    @Inject
    private TicketHistory history;

    @Inject
    private PriorityStore matrix;

    /** Applies them in order; what they say of impact and urgency together gives the priority, at the end. */
    void apply(Ticket ticket, List<TicketChange> changes, Author author, Instant now) {
        changes.forEach(change -> apply(ticket, change, author, now));
        if (changes.stream().anyMatch(TicketEditor::isAssessment) && ticket.followsMatrix()) {
            Priority before = ticket.priority();
            prioritise(ticket);
            if (before != ticket.priority()) {
                Author why = author.cause() == null ? author.because("matrix") : author;
                history.changed(ticket, why, now, Field.PRIORITY, before, ticket.priority());
            }
        }
    }

    /** Gives a ticket the priority that its impact and urgency make, where they decide. */
    void prioritise(Ticket ticket) {
        if (ticket.followsMatrix()) {
            ticket.prioritise(matrix.of(ticket.impact(), ticket.urgency()));
        }
    }

    private static boolean isAssessment(TicketChange change) {
        return change.field() == Field.IMPACT || change.field() == Field.URGENCY;
    }

    void apply(Ticket ticket, TicketChange change, Author author, Instant now) {
        Object before = value(ticket, change.field());
        String reason = ticket.statusReason();
        Instant wakeUp = ticket.wakeUpAt();
        set(ticket, change, author, now);
        Object after = value(ticket, change.field());
        if (!Objects.equals(before, after)) {
            ticket.touched(now);
            history.changed(ticket, author, now, change.field(), before, after);
        } else if (!Objects.equals(reason, ticket.statusReason()) || !Objects.equals(wakeUp, ticket.wakeUpAt())) {
            ticket.touched(now);
            history.record(ticket, author, now, "REASON_CHANGED", null, null); // its words are the ticket's alone
        }
    }

    void status(Ticket ticket, Status next, String reason, Instant wakeUpAt, Author author, Instant now) {
        Status before = ticket.status();
        ticket.become(next, reason, wakeUpAt, now);
        ticket.touched(now);
        if (before != next) {
            history.changed(ticket, author, now, Field.STATUS, before, next);
        }
    }

    /** Gives a merged ticket its status back; what should have woken it meanwhile has it open. */
    void unmerge(Ticket ticket, Merge merge, Author author, Instant now) {
        ticket.unmerged(merge.sourceStatus(), merge.sourceReason(), merge.sourceWakeUp(), now);
        ticket.touched(now);
        history.changed(ticket, author, now, Field.STATUS, Status.MERGED, ticket.status());
    }

    /** Gives a ticket the status back that somebody changed by mistake. */
    void restore(Ticket ticket, StatusBefore before, Author author, Instant now) {
        Status was = ticket.status();
        ticket.restored(before, now);
        ticket.touched(now);
        history.changed(ticket, author, now, Field.STATUS, was, ticket.status());
    }

    private void set(Ticket ticket, TicketChange change, Author author, Instant now) {
        if (change instanceof TicketChange.Rename c) {
            ticket.rename(c.subject());
        } else if (change instanceof TicketChange.SetStatus c) {
            setStatus(ticket, c, now);
        } else if (change instanceof TicketChange.SetPriority c) {
            ticket.prioritise(required("priority", c.priority()));
            if (author.isPerson()) {
                ticket.keepPriority(true);
            }
        } else if (change instanceof TicketChange.FollowMatrix) {
            ticket.keepPriority(false);
            prioritise(ticket);
        } else if (change instanceof TicketChange.SetImpact c) {
            ticket.assess(c.impact(), ticket.urgency());
        } else if (change instanceof TicketChange.SetUrgency c) {
            ticket.assess(ticket.impact(), c.urgency());
        } else if (change instanceof TicketChange.SetType c) {
            ticket.retype(required("type", c.type()));
        } else if (change instanceof TicketChange.Categorise c) {
            ticket.categorise(known("category", c.categoryId()));
        } else if (change instanceof TicketChange.Move c) {
            move(ticket, c.queueId(), author, now);
        } else if (change instanceof TicketChange.Assign c) {
            assign(ticket, c.ownerId(), now);
        } else if (change instanceof TicketChange.SetResponsible c) {
            ticket.oversee(c.personId() == null ? null : known("person", c.personId()));
        } else if (change instanceof TicketChange.SetDueAt c) {
            ticket.due(c.dueAt(), now);
        } else if (change instanceof TicketChange.AddTag c) {
            ticket.addTag(c.tag());
        } else if (change instanceof TicketChange.RemoveTag c) {
            ticket.removeTag(c.tag());
        } else if (change instanceof TicketChange.AddParticipant c) {
            ticket.addParticipant(known("person", c.personId()));
        } else if (change instanceof TicketChange.RemoveParticipant c) {
            ticket.removeParticipant(c.personId());
        } else if (change instanceof TicketChange.SetEscalated c) {
            ticket.escalate(c.escalated());
        }
    }

    private static void setStatus(Ticket ticket, TicketChange.SetStatus change, Instant now) {
        Status next = required("status", change.status());
        if (next == Status.RESOLVED && ticket.status() != Status.RESOLVED) {
            throw new InvalidInput("status", "solutionNeeded");
        }
        ticket.become(next, change.reason(), change.wakeUpAt(), now);
    }

    private void move(Ticket ticket, long queueId, Author author, Instant now) {
        QueueView target =
                queues.find(queueId).filter(QueueView::active).orElseThrow(() -> new NotFound("queue", queueId));
        ticket.move(target.id());
        Long owner = ticket.ownerId();
        if (owner != null && !store.mayWork(owner, target.id())) {
            ticket.assign(null, now);
            history.changed(ticket, author, now, Field.OWNER, owner, null);
        }
    }

    private void assign(Ticket ticket, Long ownerId, Instant now) {
        if (ownerId != null && !store.mayWork(ownerId, ticket.queueId())) {
            throw new InvalidInput("ownerId", "mayNotWork");
        }
        ticket.assign(ownerId, now);
    }

    private long known(String table, long id) {
        if (!store.exists(table, id)) {
            throw new NotFound(table, id);
        }
        return id;
    }

    private static <T> T required(String field, T value) {
        if (value == null) {
            throw new InvalidInput(field, "required");
        }
        return value;
    }

    private static Object value(Ticket ticket, Field field) {
        return switch (field) {
            case SUBJECT -> ticket.subject();
            case STATUS -> ticket.status();
            case PRIORITY -> ticket.priority();
            case IMPACT -> ticket.impact();
            case URGENCY -> ticket.urgency();
            case TYPE -> ticket.type();
            case CATEGORY -> ticket.categoryId();
            case QUEUE -> ticket.queueId();
            case OWNER -> ticket.ownerId();
            case RESPONSIBLE -> ticket.responsibleId();
            case DUE_AT -> ticket.dueAt();
            case TAGS -> String.join(", ", new java.util.TreeSet<>(ticket.tags()));
            case PARTICIPANTS -> new java.util.TreeSet<>(ticket.participants()).toString();
            case ESCALATED -> ticket.isEscalated();
        };
    }
}
