package org.pilet.tickets;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One fact of a ticket's history; the database refuses to change or delete it. */
@Entity
@Table(name = "ticket_event")
class TicketEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ticket_event")
    @SequenceGenerator(name = "ticket_event", sequenceName = "ticket_event_seq", allocationSize = 50)
    private Long id;

    @Column(name = "ticket_id")
    private long ticketId;

    @Column(name = "ticket_version")
    private int ticketVersion;

    private Instant at;
    private String kind;

    @Column(name = "actor_id")
    private Long actorId;

    @Column(name = "actor_kind")
    private String actorKind;

    private String cause;

    @Column(name = "old_value")
    private String oldValue;

    @Column(name = "new_value")
    private String newValue;

    private String status;

    @Column(name = "queue_id")
    private long queueId;

    @Column(name = "owner_id")
    private Long ownerId;

    protected TicketEvent() {}

    TicketEvent(Ticket ticket, Author author, Instant at, String kind, String oldValue, String newValue) {
        this.ticketId = ticket.id();
        this.ticketVersion = ticket.nextVersion();
        this.at = at;
        this.kind = kind;
        this.actorId = author.personId();
        this.actorKind = author.kind();
        this.cause = author.cause();
        this.oldValue = oldValue;
        this.newValue = newValue;
        this.status = ticket.status().name();
        this.queueId = ticket.queueId();
        this.ownerId = ticket.ownerId();
    }
}
