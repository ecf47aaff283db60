package org.pilet.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.pilet.conversation.Origin;
import org.pilet.platform.Sql;
import org.pilet.security.ReplyTokens;
import org.pilet.sla.RehearsedClock;
import org.pilet.tickets.Luhn;

/** Writes played tickets, many rows a statement. */
@Dependent
class PlayedTicketStore {

    private static final long DELIVERY_SECONDS = 2;

    @Inject
    private Sql sql;

    @Inject
    private Numbers numbers;

    @Inject
    private ReplyTokens tokens;

    void add(Run run, List<PlayedTicket> tickets) {
        List<Long> ids = numbers.take("ticket_seq", tickets.size());
        sql.batch(
                "insert into ticket (id, number, subject, status, status_reason, priority, type, channel, language,"
                        + " category_id, queue_id, owner_id, requester_id, organisation_id, escalated, wake_up_at,"
                        + " created_at, created_by_agent, changed_at, first_viewed_at, assigned_at, first_response_at,"
                        + " resolved_at, closed_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, ?, ?, ?, ?, ?, ?, ?)",
                Numbers.with(
                        ids, tickets, (id, ticket) -> row(id, run.firstSerial() + ticket.place(), ticket.state())));
        sql.batch(
                "insert into demo_ticket (run_id, place, ticket_id) values (?, ?, ?)",
                Numbers.with(ids, tickets, (id, ticket) -> new Object[] {run.id(), ticket.place(), id}));
        addPeopleAndTags(ids, tickets);
        List<List<Long>> messageIds = addMessages(ids, tickets);
        addFiles(messageIds, tickets);
        addEvents(ids, messageIds, tickets);
        addClocks(ids, tickets);
    }

    private static Object[] row(long id, long serial, PlayedTicket.State ticket) {
        return new Object[] {
            id,
            Luhn.withCheckDigit(serial),
            ticket.subject(),
            ticket.status(),
            ticket.statusReason(),
            ticket.priority(),
            ticket.type(),
            ticket.channel(),
            ticket.language(),
            ticket.categoryId(),
            ticket.queueId(),
            ticket.ownerId(),
            ticket.requesterId(),
            ticket.organisationId(),
            ticket.escalated(),
            ticket.wakeUpAt(),
            ticket.createdAt(),
            ticket.createdByAgent(),
            ticket.changedAt(),
            ticket.firstViewedAt(),
            ticket.assignedAt(),
            ticket.firstResponseAt(),
            ticket.resolvedAt(),
            ticket.closedAt(),
            ticket.version()
        };
    }

    private void addPeopleAndTags(List<Long> ids, List<PlayedTicket> tickets) {
        List<Object[]> tags = new ArrayList<>();
        List<Object[]> participants = new ArrayList<>();
        List<Object[]> seen = new ArrayList<>();
        for (int i = 0; i < tickets.size(); i++) {
            long id = ids.get(i);
            tickets.get(i).tags().forEach(tag -> tags.add(new Object[] {id, tag}));
            tickets.get(i).participants().forEach(person -> participants.add(new Object[] {id, person}));
            tickets.get(i).seen().forEach((person, at) -> seen.add(new Object[] {id, person, at}));
        }
        sql.batch("insert into ticket_tag (ticket_id, tag) values (?, ?)", tags);
        sql.batch("insert into ticket_participant (ticket_id, person_id) values (?, ?)", participants);
        sql.batch("insert into ticket_seen (ticket_id, person_id, seen_at) values (?, ?, ?)", seen);
    }

    private List<List<Long>> addMessages(List<Long> ids, List<PlayedTicket> tickets) {
        int count =
                tickets.stream().mapToInt(ticket -> ticket.messages().size()).sum();
        List<Long> free = numbers.take("message_seq", count);
        List<List<Long>> given = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>(count);
        for (int i = 0, next = 0; i < tickets.size(); i++) {
            List<PlayedTicket.Message> messages = tickets.get(i).messages();
            List<Long> own = free.subList(next, next + messages.size());
            next += messages.size();
            given.add(own);
            String before = null;
            for (int m = 0; m < own.size(); m++) {
                PlayedTicket.Message message = messages.get(m);
                String mailId = message.goesOut()
                        ? "<" + tokens.tokenFor(ids.get(i)) + ".m" + own.get(m) + "@pilet.test>"
                        : message.mailId();
                rows.add(row(own.get(m), ids.get(i), message, mailId, mailId == null ? null : before));
                before = mailId == null ? before : mailId;
            }
        }
        sql.batch(
                "insert into message (id, ticket_id, visibility, origin, channel, author_id, author_name,"
                        + " author_address, at, subject, body_text, body_html, language, recipients_to,"
                        + " mail_message_id, mail_in_reply_to, delivery, delivered_at) values (?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
        return given;
    }

    private static Object[] row(
            long id, long ticketId, PlayedTicket.Message message, String mailId, String mailInReplyTo) {
        return new Object[] {
            id,
            ticketId,
            message.visibility(),
            message.origin(),
            message.channel(),
            message.authorId(),
            message.authorName(),
            message.origin() == Origin.CUSTOMER ? message.authorAddress() : null,
            message.at(),
            message.subject(),
            message.words().text(),
            message.html() ? message.words().html() : null,
            message.language(),
            message.to(),
            mailId,
            mailInReplyTo,
            message.goesOut() ? "SENT" : "NONE",
            message.goesOut() ? message.at().plusSeconds(DELIVERY_SECONDS) : null
        };
    }

    private void addFiles(List<List<Long>> messageIds, List<PlayedTicket> tickets) {
        List<PlayedTicket.File> files = new ArrayList<>();
        List<Long> owners = new ArrayList<>();
        List<Object[]> blobs = new ArrayList<>();
        for (int i = 0; i < tickets.size(); i++) {
            List<PlayedTicket.Message> messages = tickets.get(i).messages();
            for (int m = 0; m < messages.size(); m++) {
                for (PlayedTicket.File file : messages.get(m).files()) {
                    files.add(file);
                    owners.add(messageIds.get(i).get(m));
                    blobs.add(new Object[] {
                        null,
                        sha256(file.content()),
                        file.content().length,
                        messages.get(m).at()
                    });
                }
            }
        }
        List<Long> blobIds = numbers.take("blob_seq", files.size());
        List<Long> ids = numbers.take("attachment_seq", files.size());
        for (int i = 0; i < files.size(); i++) {
            blobs.get(i)[0] = blobIds.get(i);
        }
        sql.batch("insert into blob (id, sha256, size, created_at) values (?, ?, ?, ?)", blobs);
        sql.batch(
                "insert into blob_chunk (blob_id, ordinal, bytes) values (?, 0, ?)",
                Numbers.with(blobIds, files, (id, file) -> new Object[] {id, file.content()}));
        sql.batch(
                "insert into attachment (id, message_id, name, media_type, size, blob_id) values (?, ?, ?, ?, ?, ?)",
                Numbers.with(ids, files, (id, file) -> new Object[] {
                    id,
                    owners.get(ids.indexOf(id)),
                    file.name(),
                    file.mediaType(),
                    file.content().length,
                    blobIds.get(ids.indexOf(id))
                }));
    }

    private void addEvents(List<Long> ids, List<List<Long>> messageIds, List<PlayedTicket> tickets) {
        int count = tickets.stream().mapToInt(ticket -> ticket.events().size()).sum();
        List<Long> free = numbers.take("ticket_event_seq", count);
        List<Object[]> rows = new ArrayList<>(count);
        for (int i = 0; i < tickets.size(); i++) {
            for (PlayedTicket.Event event : tickets.get(i).events()) {
                String value = event.message() < 0
                        ? event.newValue()
                        : messageIds.get(i).get(event.message()).toString();
                rows.add(new Object[] {
                    free.get(rows.size()),
                    ids.get(i),
                    event.version(),
                    event.at(),
                    event.kind(),
                    event.actor().id(),
                    event.actor().kind(),
                    event.actor().cause(),
                    event.oldValue(),
                    value,
                    event.status(),
                    event.queueId(),
                    event.ownerId()
                });
            }
        }
        sql.batch(
                "insert into ticket_event (id, ticket_id, ticket_version, at, kind, actor_id, actor_kind, cause,"
                        + " old_value, new_value, status, queue_id, owner_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, ?)",
                rows);
    }

    private void addClocks(List<Long> ids, List<PlayedTicket> tickets) {
        int count = tickets.stream().mapToInt(ticket -> ticket.clocks().size()).sum();
        List<Long> free = numbers.take("sla_clock_seq", count);
        List<Object[]> clocks = new ArrayList<>(count);
        List<Object[]> events = new ArrayList<>();
        for (int i = 0; i < tickets.size(); i++) {
            for (RehearsedClock clock : tickets.get(i).clocks()) {
                long id = free.get(clocks.size());
                clocks.add(row(id, ids.get(i), clock));
                clock.events().forEach(event -> events.add(row(id, event)));
            }
        }
        sql.batch(
                "insert into sla_clock (id, ticket_id, metric, policy_id, calendar_id, priority, budget_seconds,"
                        + " terms_since, state, started_at, due_at, paused_at, remaining_seconds, completed_at,"
                        + " breached_at, voided_at, struck_percent, next_strike_at, generation) values (?, ?, ?, ?, ?,"
                        + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                clocks);
        List<Long> eventIds = numbers.take("sla_clock_event_seq", events.size());
        for (int i = 0; i < events.size(); i++) {
            events.get(i)[0] = eventIds.get(i);
        }
        sql.batch(
                "insert into sla_clock_event (id, clock_id, ordinal, kind, at, recorded_at, late, why, percent,"
                        + " policy_id, budget_seconds, due_before, due_after) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, ?)",
                events);
    }

    private static Object[] row(long id, long ticketId, RehearsedClock clock) {
        return new Object[] {
            id,
            ticketId,
            clock.metric(),
            clock.policyId(),
            clock.calendarId(),
            clock.priority(),
            clock.budgetSeconds(),
            clock.termsSince(),
            clock.state(),
            clock.startedAt(),
            clock.dueAt(),
            clock.pausedAt(),
            clock.remainingSeconds(),
            clock.completedAt(),
            clock.breachedAt(),
            clock.voidedAt(),
            clock.struckPercent(),
            clock.nextStrikeAt(),
            clock.events().size()
        };
    }

    private static Object[] row(long clockId, RehearsedClock.Event event) {
        return new Object[] {
            null,
            clockId,
            event.ordinal(),
            event.kind(),
            event.at(),
            event.recordedAt(),
            event.late(),
            event.why(),
            event.percent(),
            event.policyId(),
            event.budgetSeconds(),
            event.dueBefore(),
            event.dueAfter()
        };
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform must have it
        }
    }
}
