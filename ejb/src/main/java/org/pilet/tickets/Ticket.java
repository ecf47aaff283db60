package org.pilet.tickets;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.pilet.platform.InvalidInput;

/**
 * A request and all about it but the words. Its life: it comes in NEW, into a queue, with category and priority set by
 * rule or default; an agent takes it and answers (ANSWERED), or waits for the customer (PENDING), a third party
 * (ON_HOLD) or a date (POSTPONED); the customer's words make it OPEN again; a solution makes it RESOLVED, from where the
 * customer may reopen it; CLOSED is for reading, until the desk takes it up again. MERGED, SPAM and DELETED are out of work.
 */
@Entity
class Ticket {

    private static final int LONGEST_REASON = 1000;

    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_TAG = 50;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ticket")
    @SequenceGenerator(name = "ticket", sequenceName = "ticket_seq", allocationSize = 50)
    private Long id;

    private String number;
    private String subject;

    @Enumerated(EnumType.STRING)
    private Status status = Status.NEW;

    @Column(name = "status_reason")
    private String statusReason;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    @Enumerated(EnumType.STRING)
    private Impact impact;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    @Column(name = "priority_by_hand")
    private boolean priorityByHand;

    @Enumerated(EnumType.STRING)
    private TicketType type;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private String language;

    @Column(name = "category_id")
    private long categoryId;

    @Column(name = "queue_id")
    private long queueId;

    @Column(name = "owner_id")
    private Long ownerId;

    @Column(name = "responsible_id")
    private Long responsibleId;

    @Column(name = "requester_id")
    private long requesterId;

    @Column(name = "organisation_id")
    private Long organisationId;

    private boolean escalated;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "wake_up_at")
    private Instant wakeUpAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by_agent")
    private boolean createdByAgent;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "first_viewed_at")
    private Instant firstViewedAt;

    @Column(name = "assigned_at")
    private Instant assignedAt;

    @Column(name = "first_response_at")
    private Instant firstResponseAt;

    @Column(name = "resolved_at")
    private Instant resolvedAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    @ElementCollection
    @CollectionTable(name = "ticket_tag", joinColumns = @JoinColumn(name = "ticket_id"))
    @Column(name = "tag")
    private Set<String> tags = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "ticket_participant", joinColumns = @JoinColumn(name = "ticket_id"))
    @Column(name = "person_id")
    private Set<Long> participants = new HashSet<>();

    @Version
    private int version;

    protected Ticket() {}

    Ticket(String number, OpenTicket asked, QueueView queue, String language, Long organisationId, Instant now) {
        this.number = number;
        this.subject = clip(asked.subject());
        this.priority = asked.priority() == null ? queue.defaultPriority() : asked.priority();
        this.impact = asked.impact();
        this.urgency = asked.urgency();
        this.priorityByHand = asked.priorityByHand();
        this.type = asked.type() == null ? TicketType.QUESTION : asked.type();
        this.channel = asked.channel();
        this.language = language;
        this.categoryId = asked.categoryId() == null ? queue.defaultCategoryId() : asked.categoryId();
        this.queueId = queue.id();
        this.requesterId = asked.requesterId();
        this.organisationId = organisationId;
        this.createdByAgent = asked.byAgent();
        this.createdAt = now;
        this.changedAt = now;
        asked.tags().forEach(this::addTag);
    }

    Long id() {
        return id;
    }

    String number() {
        return number;
    }

    String subject() {
        return subject;
    }

    Status status() {
        return status;
    }

    String statusReason() {
        return statusReason;
    }

    Instant wakeUpAt() {
        return wakeUpAt;
    }

    Priority priority() {
        return priority;
    }

    Impact impact() {
        return impact;
    }

    Urgency urgency() {
        return urgency;
    }

    /** Whether impact and urgency decide on the priority: both are known, and nobody has chosen it. */
    boolean followsMatrix() {
        return impact != null && urgency != null && !priorityByHand;
    }

    TicketType type() {
        return type;
    }

    Channel channel() {
        return channel;
    }

    String language() {
        return language;
    }

    long categoryId() {
        return categoryId;
    }

    long queueId() {
        return queueId;
    }

    Long ownerId() {
        return ownerId;
    }

    Long responsibleId() {
        return responsibleId;
    }

    long requesterId() {
        return requesterId;
    }

    Long organisationId() {
        return organisationId;
    }

    boolean isEscalated() {
        return escalated;
    }

    Instant dueAt() {
        return dueAt;
    }

    Set<String> tags() {
        return Set.copyOf(tags);
    }

    Set<Long> participants() {
        return Set.copyOf(participants);
    }

    boolean isCreatedByAgent() {
        return createdByAgent;
    }

    Instant createdAt() {
        return createdAt;
    }

    int version() {
        return version;
    }

    /** What the version will be once the current change is written. */
    int nextVersion() {
        return version + 1;
    }

    void touched(Instant now) {
        changedAt = now;
    }

    void rename(String newSubject) {
        if (newSubject == null || newSubject.isBlank()) {
            throw new InvalidInput("subject", "required");
        }
        subject = clip(newSubject);
    }

    void explain(String reason) {
        statusReason = reason;
    }

    /** Enforces the life cycle; the same status with another reason or wake-up is no transition. */
    void become(Status next, String reason, Instant wakeUp, Instant now) {
        if (next != status && !status.mayBecome(next)) {
            throw new TransitionRefused(status, next);
        }
        if (next.isWaiting() && (reason == null || reason.isBlank())) {
            throw new InvalidInput("reason", "waitingReason");
        }
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "tooLong", LONGEST_REASON);
        }
        if (next == Status.POSTPONED && (wakeUp == null || !wakeUp.isAfter(now))) {
            throw new InvalidInput("wakeUpAt", "future");
        }
        if (next == Status.RESOLVED && status != Status.RESOLVED) {
            resolvedAt = now;
        }
        if (next == Status.CLOSED) {
            closedAt = now;
            resolvedAt = resolvedAt == null ? now : resolvedAt; // auto-close does not move it (features 6.2)
        }
        if (next.isOpen()) {
            resolvedAt = null;
            closedAt = null;
        }
        status = next;
        statusReason = reason == null || reason.isBlank() ? null : reason.strip();
        wakeUpAt = next == Status.POSTPONED ? wakeUp : null;
    }

    /** It was over before it came here. */
    void archived(Instant at) {
        status = Status.CLOSED;
        resolvedAt = at;
        closedAt = at;
    }

    /** The one way out of MERGED, which is final otherwise: the merge is undone. */
    void unmerged(Status before, String reason, Instant wakeUp, Instant now) {
        if (status != Status.MERGED) {
            throw new TransitionRefused(status, before);
        }
        boolean overslept = before == Status.POSTPONED && (wakeUp == null || !wakeUp.isAfter(now));
        status = overslept ? Status.OPEN : before;
        statusReason = overslept ? null : reason;
        wakeUpAt = status == Status.POSTPONED ? wakeUp : null;
    }

    /** A change of status is taken back, also one that leads nowhere else; a sleep that would be over has it open. */
    void restored(StatusBefore before, Instant now) {
        boolean overslept = before.status() == Status.POSTPONED
                && (before.wakeUpAt() == null || !before.wakeUpAt().isAfter(now));
        status = overslept ? Status.OPEN : before.status();
        statusReason = overslept ? null : before.reason();
        wakeUpAt = status == Status.POSTPONED ? before.wakeUpAt() : null;
        resolvedAt = before.resolvedAt();
        closedAt = before.closedAt();
    }

    void prioritise(Priority newPriority) {
        priority = newPriority;
    }

    void keepPriority(boolean byHand) {
        priorityByHand = byHand;
    }

    void assess(Impact newImpact, Urgency newUrgency) {
        impact = newImpact;
        urgency = newUrgency;
    }

    void retype(TicketType newType) {
        type = newType;
    }

    void categorise(long newCategoryId) {
        categoryId = newCategoryId;
    }

    void move(long newQueueId) {
        queueId = newQueueId;
    }

    void assign(Long newOwnerId, Instant now) {
        ownerId = newOwnerId;
        if (newOwnerId != null && assignedAt == null) {
            assignedAt = now;
        }
    }

    void oversee(Long newResponsibleId) {
        responsibleId = newResponsibleId;
    }

    void due(Instant newDueAt, Instant now) {
        if (newDueAt != null && !newDueAt.isAfter(now)) {
            throw new InvalidInput("dueAt", "future");
        }
        dueAt = newDueAt;
    }

    boolean addTag(String tag) {
        String plain = tag == null ? "" : tag.strip().toLowerCase(Locale.ROOT);
        if (plain.isEmpty() || plain.length() > LONGEST_TAG) {
            throw new InvalidInput("tag", "tag", LONGEST_TAG);
        }
        return tags.add(plain);
    }

    boolean removeTag(String tag) {
        return tags.remove(tag.strip().toLowerCase(Locale.ROOT));
    }

    boolean addParticipant(long personId) {
        return personId != requesterId && participants.add(personId);
    }

    boolean removeParticipant(long personId) {
        return participants.remove(personId);
    }

    void escalate(boolean mark) {
        escalated = mark;
    }

    boolean viewed(Instant now) {
        if (firstViewedAt == null) {
            firstViewedAt = now;
            return true;
        }
        return false;
    }

    void responded(Instant now) {
        if (firstResponseAt == null) {
            firstResponseAt = now;
        }
    }

    private static String clip(String text) {
        String plain = text == null ? "" : text.strip();
        return plain.length() > LONGEST_SUBJECT ? plain.substring(0, LONGEST_SUBJECT) : plain;
    }
}
