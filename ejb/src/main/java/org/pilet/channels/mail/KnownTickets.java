package org.pilet.channels.mail;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.pilet.conversation.Deliveries;
import org.pilet.platform.Sql;
import org.pilet.security.ReplyTokens;

/** What follow-up matching asks of the rest of the house. Never refuses: a refusal would undo the mail's transaction. */
@Dependent
class KnownTickets implements FollowUpMatch.Tickets {

    @EJB
    private Deliveries deliveries;

    @Inject
    private ReplyTokens tokens;

    @Inject
    private Sql sql;

    @Override
    public OptionalLong byToken(String token) {
        OptionalLong named = tokens.ticketOf(token);
        return named.isPresent() && exists(named.getAsLong()) ? named : OptionalLong.empty();
    }

    @Override
    public OptionalLong byMessageIds(List<String> ids) {
        return deliveries.ticketsOf(ids.stream().map(id -> "<" + id + ">").toList()).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    @Override
    public OptionalLong byNumber(String number) {
        return id("select id from ticket where number = ?", number);
    }

    /** Whether the person asked, takes part in, wrote on, or was written to on the ticket. */
    boolean hasPart(long ticketId, long personId, String address) {
        return sql.first(
                        "select 1 from ticket t where t.id = ? and (t.requester_id = ? or t.owner_id = ? or exists"
                                + " (select 1 from ticket_participant p where p.ticket_id = t.id and p.person_id = ?)"
                                + " or exists (select 1 from message m where m.ticket_id = t.id and m.visibility ="
                                + " 'PUBLIC' and (m.author_id = ? or position(' ' || ? || ' ' in translate(lower("
                                + "concat(' ', m.recipients_to, ' ', m.recipients_cc, ' ')), '<>,;', '    ')) > 0)))",
                        row -> true,
                        ticketId,
                        personId,
                        personId,
                        personId,
                        personId,
                        address)
                .isPresent();
    }

    /** How a ticket stands. */
    record Standing(String number, String status, long requesterId, Long organisationId, long queueId) {

        boolean done() {
            return status.equals("RESOLVED") || status.equals("CLOSED");
        }
    }

    Optional<Standing> standing(long ticketId) {
        return sql.first(
                "select number, status, requester_id, organisation_id, queue_id from ticket where id = ?",
                row -> new Standing(
                        row.text("number"),
                        row.text("status"),
                        row.number("requester_id"),
                        row.numberOrNull("organisation_id"),
                        row.number("queue_id")),
                ticketId);
    }

    private boolean exists(long ticketId) {
        return id("select id from ticket where id = ?", ticketId).isPresent();
    }

    private OptionalLong id(String query, Object parameter) {
        return sql.list(query, row -> row.number("id"), parameter).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }
}
