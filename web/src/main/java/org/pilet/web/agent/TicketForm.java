package org.pilet.web.agent;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.pilet.platform.InvalidInput;
import org.pilet.tickets.Field;
import org.pilet.tickets.Impact;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.TicketType;
import org.pilet.tickets.TicketView;
import org.pilet.tickets.Urgency;

/** The values that the controls of a ticket's properties hold, until each is saved. */
public class TicketForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String subject;
    private Status status;
    private String reason;
    private String wakeUpAt;
    private Priority priority;
    private Impact impact;
    private Urgency urgency;
    private TicketType type;
    private Long ownerId;
    private Long queueId;
    private Long categoryId;
    private Long responsibleId;
    private String dueAt;
    private String newTag;

    void fill(TicketView ticket, ZoneId zone) {
        subject = ticket.subject();
        status = ticket.status();
        reason = null;
        wakeUpAt = local(ticket.wakeUpAt(), zone);
        responsibleId = ticket.responsibleId();
        dueAt = local(ticket.dueAt(), zone);
        priority = ticket.priority();
        impact = ticket.impact();
        urgency = ticket.urgency();
        type = ticket.type();
        ownerId = ticket.ownerId();
        queueId = ticket.queueId();
        categoryId = ticket.categoryId();
    }

    private static String local(Instant instant, ZoneId zone) {
        return instant == null
                ? null
                : LocalDateTime.ofInstant(instant, zone)
                        .withSecond(0)
                        .withNano(0)
                        .toString();
    }

    TicketChange change(Field field, ZoneId zone) {
        Serializable value =
                switch (field) {
                    case SUBJECT -> subject;
                    case STATUS -> status;
                    case PRIORITY -> priority;
                    case IMPACT -> impact;
                    case URGENCY -> urgency;
                    case TYPE -> type;
                    case OWNER -> ownerId;
                    case QUEUE -> queueId;
                    case CATEGORY -> categoryId;
                    case RESPONSIBLE -> responsibleId;
                    case DUE_AT -> dueAt == null || dueAt.isBlank() ? null : instant("dueAt", dueAt, zone);
                    default -> throw new IllegalArgumentException(field.name());
                };
        return change(field, value, reason, status == Status.POSTPONED ? instant(wakeUpAt, zone) : null);
    }

    static TicketChange change(Field field, Serializable value, String reason, Instant wakeUpAt) {
        return switch (field) {
            case SUBJECT -> new TicketChange.Rename((String) value);
            case STATUS -> new TicketChange.SetStatus((Status) value, reason, wakeUpAt);
            case PRIORITY -> new TicketChange.SetPriority((Priority) value);
            case IMPACT -> new TicketChange.SetImpact((Impact) value);
            case URGENCY -> new TicketChange.SetUrgency((Urgency) value);
            case TYPE -> new TicketChange.SetType((TicketType) value);
            case OWNER -> new TicketChange.Assign((Long) value);
            case QUEUE -> new TicketChange.Move((Long) value);
            case CATEGORY -> new TicketChange.Categorise((Long) value);
            case RESPONSIBLE -> new TicketChange.SetResponsible((Long) value);
            case DUE_AT -> new TicketChange.SetDueAt((Instant) value);
            default -> throw new IllegalArgumentException(field.name());
        };
    }

    Serializable valueOf(TicketView ticket, Field field) {
        return switch (field) {
            case SUBJECT -> ticket.subject();
            case STATUS -> ticket.status();
            case PRIORITY -> ticket.priority();
            case IMPACT -> ticket.impact();
            case URGENCY -> ticket.urgency();
            case TYPE -> ticket.type();
            case OWNER -> ticket.ownerId();
            case QUEUE -> ticket.queueId();
            case CATEGORY -> ticket.categoryId();
            case RESPONSIBLE -> ticket.responsibleId();
            case DUE_AT -> ticket.dueAt();
            default -> throw new IllegalArgumentException(field.name());
        };
    }

    static List<Status> statuses(TicketView ticket) {
        List<Status> statuses = new ArrayList<>(List.of(ticket.status()));
        ticket.nextStatuses().stream()
                .filter(next -> next != Status.RESOLVED && next != Status.MERGED)
                .sorted()
                .forEach(statuses::add);
        return statuses;
    }

    /** What a date-and-time control sends, in the viewer's zone. */
    static Instant instant(String local, ZoneId zone) {
        return instant("wakeUpAt", local, zone);
    }

    private static Instant instant(String field, String local, ZoneId zone) {
        if (local == null || local.isBlank()) {
            throw new InvalidInput(field, "required");
        }
        try {
            return LocalDateTime.parse(local).atZone(zone).toInstant();
        } catch (DateTimeParseException malformed) {
            throw new InvalidInput(field, "malformed", local);
        }
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
    }

    public Status getStatus() {
        return status;
    }

    public void setStatus(Status status) {
        this.status = status;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getWakeUpAt() {
        return wakeUpAt;
    }

    public void setWakeUpAt(String wakeUpAt) {
        this.wakeUpAt = wakeUpAt;
    }

    public Priority getPriority() {
        return priority;
    }

    public void setPriority(Priority priority) {
        this.priority = priority;
    }

    public Impact getImpact() {
        return impact;
    }

    public void setImpact(Impact impact) {
        this.impact = impact;
    }

    public Urgency getUrgency() {
        return urgency;
    }

    public void setUrgency(Urgency urgency) {
        this.urgency = urgency;
    }

    public TicketType getType() {
        return type;
    }

    public void setType(TicketType type) {
        this.type = type;
    }

    public Long getOwnerId() {
        return ownerId;
    }

    public void setOwnerId(Long ownerId) {
        this.ownerId = ownerId;
    }

    public Long getQueueId() {
        return queueId;
    }

    public void setQueueId(Long queueId) {
        this.queueId = queueId;
    }

    public Long getCategoryId() {
        return categoryId;
    }

    public void setCategoryId(Long categoryId) {
        this.categoryId = categoryId;
    }

    public Long getResponsibleId() {
        return responsibleId;
    }

    public void setResponsibleId(Long responsibleId) {
        this.responsibleId = responsibleId;
    }

    public String getDueAt() {
        return dueAt;
    }

    public void setDueAt(String dueAt) {
        this.dueAt = dueAt;
    }

    public String getNewTag() {
        return newTag;
    }

    public void setNewTag(String newTag) {
        this.newTag = newTag;
    }
}
