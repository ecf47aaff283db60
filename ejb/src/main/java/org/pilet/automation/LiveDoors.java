package org.pilet.automation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pilet.automation.actions.Audience;
import org.pilet.automation.actions.TaskOrder;
import org.pilet.automation.actions.TicketOrder;
import org.pilet.automation.routing.Duties;
import org.pilet.automation.routing.Routing;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Happening;
import org.pilet.automation.terms.TicketFacts;
import org.pilet.automation.webhooks.Webhooks;
import org.pilet.conversation.CannedResponses;
import org.pilet.conversation.Conversations;
import org.pilet.conversation.HeldReplies;
import org.pilet.conversation.Placeholders;
import org.pilet.conversation.Reply;
import org.pilet.people.TeamView;
import org.pilet.people.Teams;
import org.pilet.platform.Clock;
import org.pilet.platform.Outbox;
import org.pilet.platform.Settings;
import org.pilet.platform.Sql;
import org.pilet.teamwork.NewTask;
import org.pilet.teamwork.Tasks;
import org.pilet.tickets.Channel;
import org.pilet.tickets.LinkKind;
import org.pilet.tickets.LinkedTickets;
import org.pilet.tickets.OpenTicket;
import org.pilet.tickets.Queues;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketRef;
import org.pilet.tickets.TicketView;
import org.pilet.tickets.Tickets;

/** The doors of other rooms through which a rule or macro works. */
@Dependent
class LiveDoors {

    private static final int LONGEST_TASK = 300;

    @EJB
    private Tickets tickets;

    @EJB
    private TicketFinder finder;

    @EJB
    private LinkedTickets links;

    @EJB
    private Tasks tasks;

    @EJB
    private Conversations conversations;

    @EJB
    private HeldReplies held;

    @EJB
    private Queues queues;

    @EJB
    private Teams teams;

    @EJB
    private Routing routing;

    @EJB
    private Duties duties;

    @EJB
    private Webhooks webhooks;

    @EJB
    private CannedResponses responses;

    @Inject
    private Outbox outbox;

    @Inject
    private Settings settings;

    @Inject
    private Sql sql;

    @Inject
    private FactReader facts;

    @Inject
    private Clock clock;

    void change(long ticketId, TicketChange change, String cause) {
        tickets.change(ticketId, null, List.of(change), cause);
    }

    /**
     * A ticket that the house opens: nobody outside waits for a first response, and no receipt is sent.
     *
     * @param html its first note; null for none
     * @param parent what it is a part of; null for nothing
     */
    TicketRef open(TicketOrder order, String subject, String html, TicketFacts parent, String cause) {
        OpenTicket asked = new OpenTicket(
                subject,
                order.queueId(),
                null,
                order.priority(),
                null,
                parent == null ? Channel.API : parent.channel(),
                parent != null && order.requesterId() == null ? parent.requesterId() : order.requesterId(),
                parent != null && order.requesterId() == null ? parent.language() : null,
                true,
                List.of(),
                cause);
        TicketRef opened = tickets.open(asked, ref -> {
            if (html != null) {
                conversations.note(ref.id(), html, List.of());
            }
        });
        if (parent != null) {
            links.link(opened.id(), parent.id(), LinkKind.CHILD_OF);
        }
        if (order.ownerId() != null) {
            change(opened.id(), new TicketChange.Assign(order.ownerId()), cause);
        }
        return opened;
    }

    Facts read(long ticketId, Happening happening) {
        return facts.read(ticketId, happening);
    }

    void task(long ticketId, TaskOrder order, String title) {
        String clipped = title.length() > LONGEST_TASK ? title.substring(0, LONGEST_TASK) : title;
        Instant due = order.within() == null ? null : clock.now().plus(order.within());
        tasks.add(ticketId, new NewTask(null, clipped, order.assigneeId(), null, due, order.required()));
    }

    /** Returns its name. */
    String checklist(long ticketId, long checklistId) {
        tasks.addChecklist(ticketId, checklistId);
        return sql.first("select name from checklist_template where id = ?", row -> row.text("name"), checklistId)
                .orElseThrow();
    }

    void note(long ticketId, String html) {
        conversations.note(ticketId, html, List.of());
    }

    void reply(Reply reply) {
        conversations.reply(reply);
    }

    /** Returns the id of what waits. */
    long hold(Reply reply, Duration hold) {
        return held.hold(reply, hold);
    }

    void order(String kind, String key, String payload, String cause) {
        outbox.put(kind, key, payload, cause);
    }

    String route(long ticketId, Set<Long> skillIds, int level, String cause) {
        return routing.route(ticketId, skillIds, level, cause);
    }

    /** Tells the other system of the ticket as it is now. */
    void call(long webhookId, String key, long ticketId, String note, String cause) {
        TicketView ticket = finder.view(ticketId);
        JsonObjectBuilder about = Json.createObjectBuilder()
                .add("number", ticket.number())
                .add("subject", ticket.subject())
                .add("status", ticket.status().name())
                .add("priority", ticket.priority().name())
                .add("type", ticket.type().name())
                .add("queue", ticket.queueName())
                .add("category", ticket.categoryName())
                .add("customer", ticket.requesterName())
                .add("tags", Json.createArrayBuilder(ticket.tags()))
                .add("createdAt", ticket.createdAt().toString())
                .add("changedAt", ticket.changedAt().toString())
                .add("link", settings.baseUrl() + "/agent/ticket.xhtml?number=" + ticket.number());
        if (ticket.ownerName() != null) {
            about.add("owner", ticket.ownerName());
        }
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("delivery", key)
                .add("cause", cause)
                .add("ticket", about);
        if (note != null) {
            body.add("note", Placeholders.fillAll(note, valuesForStaff(ticketId), plain -> plain));
        }
        webhooks.order(webhookId, key, body.build().toString(), cause);
    }

    /** What placeholders stand for, at present, in words for the customer. */
    Map<String, String> values(long ticketId) {
        return responses.values(ticketId);
    }

    /** The same for people of the house, whom the link leads to their own page of the ticket. */
    Map<String, String> valuesForStaff(long ticketId) {
        Map<String, String> values = new HashMap<>(responses.values(ticketId));
        values.put("ticket.link", settings.baseUrl() + "/agent/ticket.xhtml?number=" + values.get("ticket.number"));
        return values;
    }

    /** A canned response as HTML, ready to be sent. */
    String response(long responseId, long ticketId) {
        return responses.ready(responseId, ticketId);
    }

    /** The same, but what the ticket has no value for stays to be seen, and cannot be sent. */
    String askedResponse(long responseId, long ticketId) {
        return responses.asked(responseId, ticketId);
    }

    /** Who of the house is meant, as person ids. */
    Set<Long> people(Audience audience, Set<Long> ids, long queueId, Long ownerId, Long responsibleId) {
        Set<Long> told = new LinkedHashSet<>();
        switch (audience) {
            case PEOPLE -> told.addAll(ids);
            case TEAMS -> ids.forEach(id -> told.addAll(teams.view(id).memberIds()));
            case TEAM -> told.addAll(teams.view(queues.view(queueId).teamId()).memberIds());
            case OWNER -> add(told, ownerId == null ? lead(queueId) : ownerId);
            case RESPONSIBLE -> add(told, responsibleId);
            case ON_DUTY -> told.addAll(duties.onDuty(queues.view(queueId).teamId()));
            case LEAD -> add(told, lead(queueId));
            case ADMINISTRATORS ->
                told.addAll(sql.list(
                        "select r.person_id from account_role r join person p on p.id = r.person_id where r.role ="
                                + " 'ADMINISTRATOR' and p.active order by 1",
                        row -> row.number("person_id")));
        }
        return told;
    }

    private Long lead(long queueId) {
        TeamView team = teams.view(queues.view(queueId).teamId());
        return team.leadId();
    }

    private static void add(Set<Long> told, Long personId) {
        if (personId != null) {
            told.add(personId);
        }
    }
}
