package org.pilet.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pilet.conversation.Origin;
import org.pilet.conversation.Visibility;
import org.pilet.sla.LadderAction;
import org.pilet.sla.SlaRehearsal;
import org.pilet.sla.TicketFacts;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Field;
import org.pilet.tickets.HistoryLine;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketType;

/**
 * One ticket while it is played: each gesture does to the rows what the same gesture does at the doors
 * ({@code Tickets}, {@code Conversations}), down to which lines of history share a version.
 */
final class Play {

    /** How long after a level is passed the sweep finds it. */
    private static final Duration SWEEP = Duration.ofMillis(700);

    private final List<PlayedTicket.Event> events = new ArrayList<>();
    private final List<PlayedTicket.Message> messages = new ArrayList<>();
    private final Map<Long, Instant> seen = new HashMap<>();
    private final Set<String> tags = new TreeSet<>();
    private final Set<Long> participants = new TreeSet<>();

    private final String subject;
    private final TicketType type;
    private final Channel channel;
    private final Stage.Customer requester;
    private final String language;
    private final boolean byAgent;
    private final Instant createdAt;

    private Status status = Status.NEW;
    private String reason;
    private Priority priority;
    private long categoryId;
    private Stage.Desk desk;
    private Long ownerId;
    private boolean escalated;
    private Instant wakeUpAt;
    private Instant changedAt;
    private Instant firstViewedAt;
    private Instant assignedAt;
    private Instant firstResponseAt;
    private Instant resolvedAt;
    private Instant closedAt;
    private int version;
    private Instant last;
    private final SlaRehearsal clocks;

    /** What {@code OpenTicket} asks for. */
    record Opening(
            String subject,
            Stage.Desk desk,
            long categoryId,
            Priority priority,
            TicketType type,
            Channel channel,
            Stage.Customer requester,
            boolean byAgent) {}

    Play(Opening opening, Actor actor, Instant at, SlaRehearsal clocks) {
        this.clocks = clocks;
        this.subject = opening.subject();
        this.desk = opening.desk();
        this.categoryId = opening.categoryId();
        this.priority = opening.priority();
        this.type = opening.type();
        this.channel = opening.channel();
        this.requester = opening.requester();
        this.language = opening.requester().language();
        this.byAgent = opening.byAgent();
        this.createdAt = at;
        this.changedAt = at;
        this.last = at;
        record(at, actor, "OPENED", null, Status.NEW.name());
        version++;
        follow(at);
    }

    Status status() {
        return status;
    }

    Priority priority() {
        return priority;
    }

    Stage.Desk desk() {
        return desk;
    }

    Long ownerId() {
        return ownerId;
    }

    Instant last() {
        return last;
    }

    /** The words that open the ticket: they have no line of their own in the history. */
    void begin(PlayedTicket.Message message) {
        messages.add(message);
    }

    /** The customer writes again (features A3.3). */
    void receive(PlayedTicket.Message message, Actor actor) {
        at(message.at());
        messages.add(message);
        changedAt = message.at();
        spoken(message.at(), actor, "MESSAGE_RECEIVED");
        if (status != Status.NEW) {
            become(Status.OPEN, null, null, message.at(), actor);
        }
        version++;
        follow(message.at());
    }

    void reply(PlayedTicket.Message message, Actor agent, Status after, String why, Instant wakeUp) {
        at(message.at());
        messages.add(message);
        changedAt = message.at();
        firstResponseAt = firstResponseAt == null ? message.at() : firstResponseAt;
        spoken(message.at(), agent, "REPLY_SENT");
        become(after, why, wakeUp, message.at(), agent);
        version++;
        follow(message.at());
        seen.put(agent.id(), message.at());
    }

    void note(PlayedTicket.Message message, Actor agent) {
        at(message.at());
        messages.add(message);
        changedAt = message.at();
        spoken(message.at(), agent, "NOTE_ADDED");
        version++;
        seen.put(agent.id(), message.at());
    }

    void view(Instant at, Actor agent) {
        at(at);
        seen.put(agent.id(), at);
        if (firstViewedAt == null) {
            firstViewedAt = at;
            record(at, agent, "VIEWED", null, null);
            version++;
        }
    }

    void assign(Instant at, Actor actor, Long newOwnerId) {
        at(at);
        if (Objects.equals(ownerId, newOwnerId)) {
            return;
        }
        String before = text(ownerId);
        setOwner(at, newOwnerId);
        changed(at, actor, Field.OWNER, before, text(newOwnerId));
        version++;
    }

    void prioritise(Instant at, Actor actor, Priority newPriority) {
        change(at, actor, null, newPriority, List.of());
    }

    void categorise(Instant at, Actor actor, long newCategoryId) {
        change(at, actor, newCategoryId, null, List.of());
    }

    void tag(Instant at, Actor actor, List<String> more) {
        change(at, actor, null, null, more);
    }

    /** Several things at once, as a rule changes them; null leaves as it is. */
    void change(Instant at, Actor actor, Long newCategoryId, Priority newPriority, List<String> moreTags) {
        at(at);
        int before = events.size();
        if (newCategoryId != null && newCategoryId != categoryId) {
            String old = Long.toString(categoryId);
            categoryId = newCategoryId;
            changed(at, actor, Field.CATEGORY, old, newCategoryId.toString());
        }
        boolean hurried = newPriority != null && newPriority != priority;
        if (hurried) {
            String old = priority.name();
            priority = newPriority;
            changed(at, actor, Field.PRIORITY, old, newPriority.name());
        }
        for (String tag : moreTags) {
            String old = String.join(", ", tags);
            if (tags.add(tag)) {
                changed(at, actor, Field.TAGS, old, String.join(", ", tags));
            }
        }
        version += events.size() > before ? 1 : 0;
        if (hurried) {
            follow(at);
        }
    }

    void join(Instant at, Actor actor, long personId) {
        at(at);
        String before = participants.toString();
        if (personId != requester.id() && participants.add(personId)) {
            changed(at, actor, Field.PARTICIPANTS, before, participants.toString());
            version++;
        }
    }

    void move(Instant at, Actor actor, Stage.Desk target) {
        at(at);
        if (target.id() == desk.id()) {
            return;
        }
        String before = Long.toString(desk.id());
        desk = target;
        boolean stays = ownerId == null || target.agents().stream().anyMatch(agent -> agent.id() == ownerId);
        if (!stays) {
            String owner = text(ownerId);
            ownerId = null;
            changed(at, actor, Field.OWNER, owner, null);
        }
        changed(at, actor, Field.QUEUE, before, Long.toString(target.id()));
        version++;
        follow(at);
    }

    void setStatus(Instant at, Actor actor, Status next, String why, Instant wakeUp) {
        at(at);
        become(next, why, wakeUp, at, actor);
        changedAt = at;
        version++;
        follow(at);
    }

    /** The story stands at {@code until}; up to then the clocks have gone on. */
    PlayedTicket end(int place, Instant until) {
        strikeBefore(until);
        PlayedTicket.State state = new PlayedTicket.State(
                subject,
                status,
                reason,
                priority,
                type,
                channel,
                language,
                categoryId,
                desk.id(),
                ownerId,
                requester.id(),
                requester.organisationId(),
                escalated,
                wakeUpAt,
                createdAt,
                byAgent,
                changedAt,
                firstViewedAt,
                assignedAt,
                firstResponseAt,
                resolvedAt,
                closedAt,
                version);
        return new PlayedTicket(
                place,
                state,
                Set.copyOf(tags),
                Set.copyOf(participants),
                Map.copyOf(seen),
                List.copyOf(messages),
                List.copyOf(events),
                clocks.clocks());
    }

    PlayedTicket.Message said(
            Stage.Customer author, Channel medium, Instant at, String mailId, Words words, boolean html) {
        boolean mail = medium == Channel.EMAIL;
        return new PlayedTicket.Message(
                Visibility.PUBLIC,
                Origin.CUSTOMER,
                medium,
                author.id(),
                author.name(),
                author.email(),
                at,
                mail ? (messages.isEmpty() ? subject : "Re: " + subject) : null,
                words,
                html,
                language,
                mail ? desk.address() : null,
                mail ? mailId : null,
                List.of());
    }

    PlayedTicket.Message answered(Stage.Agent author, Visibility visibility, Instant at, Words words, String tongue) {
        boolean visible = visibility == Visibility.PUBLIC;
        return new PlayedTicket.Message(
                visibility,
                Origin.AGENT,
                visible ? Channel.EMAIL : channel,
                author.id(),
                author.name(),
                null,
                at,
                null,
                words,
                true,
                tongue,
                visible ? requester.email() : null,
                null,
                List.of());
    }

    private void become(Status next, String why, Instant wakeUp, Instant at, Actor actor) {
        if (next != status && !status.mayBecome(next)) {
            throw new IllegalStateException(status + " may not become " + next);
        }
        if (next == Status.RESOLVED && status != Status.RESOLVED) {
            resolvedAt = at;
        }
        if (next == Status.CLOSED) {
            closedAt = at;
            resolvedAt = resolvedAt == null ? at : resolvedAt;
        }
        if (next.isOpen()) {
            resolvedAt = null;
            closedAt = null;
        }
        Status before = status;
        status = next;
        reason = why;
        wakeUpAt = next == Status.POSTPONED ? wakeUp : null;
        if (before != next) {
            changed(at, actor, Field.STATUS, before.name(), next.name());
        }
    }

    private void setOwner(Instant at, Long newOwnerId) {
        ownerId = newOwnerId;
        if (newOwnerId != null && assignedAt == null) {
            assignedAt = at;
        }
    }

    private void spoken(Instant at, Actor actor, String kind) {
        events.add(new PlayedTicket.Event(
                version + 1, at, kind, actor, null, null, messages.size() - 1, status, desk.id(), ownerId));
    }

    private void changed(Instant at, Actor actor, Field field, String before, String after) {
        changedAt = at;
        record(at, actor, field.eventKind(), before, after);
    }

    private void record(Instant at, Actor actor, String kind, String before, String after) {
        events.add(new PlayedTicket.Event(version + 1, at, kind, actor, before, after, -1, status, desk.id(), ownerId));
    }

    private void at(Instant at) {
        if (at.isBefore(last)) {
            throw new IllegalStateException("time runs backwards: " + at + " after " + last);
        }
        strikeBefore(at);
        last = at;
    }

    /** The clocks hear of every change, as they do of a real ticket's. */
    private void follow(Instant at) {
        TicketFacts facts = TicketFacts.plain(
                0,
                status,
                priority,
                desk.id(),
                requester.organisationId(),
                byAgent,
                createdAt,
                firstResponseAt,
                ownerId);
        tell(clocks.follow(facts, at));
    }

    /** What the sweep would have struck before the next thing happens. */
    private void strikeBefore(Instant at) {
        Optional<Instant> tick = tick();
        while (tick.isPresent() && tick.get().isBefore(at)) {
            last = tick.get();
            for (SlaRehearsal.Struck struck : clocks.strike(last)) {
                tell(struck.lines());
                carryOut(struck);
            }
            tick = tick();
        }
    }

    private Optional<Instant> tick() {
        return clocks.nextStrike()
                .map(next -> next.isBefore(last) ? last : next)
                .map(next -> next.plus(SWEEP));
    }

    private void carryOut(SlaRehearsal.Struck struck) {
        if (!status.isOpen()) {
            return;
        }
        Actor actor = Actor.system(struck.cause());
        int before = events.size();
        if (struck.actions().contains(LadderAction.MARK_ESCALATED) && !escalated) {
            escalated = true;
            changed(last, actor, Field.ESCALATED, "false", "true");
        }
        Priority raised = struck.actions().contains(LadderAction.RAISE_PRIORITY) ? priority.raised() : priority;
        boolean more = raised != priority;
        if (more) {
            String old = priority.name();
            priority = raised;
            changed(last, actor, Field.PRIORITY, old, raised.name());
        }
        version += events.size() > before ? 1 : 0;
        if (more) {
            follow(last);
        }
    }

    private void tell(List<HistoryLine> lines) {
        lines.forEach(
                line -> record(line.at(), Actor.system(line.cause()), line.kind(), line.oldValue(), line.newValue()));
    }

    private static String text(Long id) {
        return id == null ? null : id.toString();
    }
}
