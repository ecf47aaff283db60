package org.pilet.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** An entry is only ever inserted through JPA (batched with the caller's other inserts); claims and marks are SQL. */
@Entity
@Table(name = "outbox")
class OutboxEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "outbox")
    @SequenceGenerator(name = "outbox", sequenceName = "outbox_seq", allocationSize = 50)
    private Long id;

    private String kind;

    @Column(name = "dedup_key")
    private String dedupKey;

    private String payload;
    private String cause;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "due_at")
    private Instant dueAt;

    private String state = "WAITING";
    private int attempts;

    protected OutboxEntry() {}

    OutboxEntry(String kind, String dedupKey, String payload, String cause, Instant createdAt, Instant dueAt) {
        this.kind = kind;
        this.dedupKey = dedupKey;
        this.payload = payload;
        this.cause = cause;
        this.createdAt = createdAt;
        this.dueAt = dueAt;
    }
}
