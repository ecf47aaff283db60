package org.pilet.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.pilet.conversation.Conversations;
import org.pilet.conversation.IncomingMessage;
import org.pilet.conversation.Received;
import org.pilet.people.NewPerson;
import org.pilet.people.People;
import org.pilet.people.PersonView;
import org.pilet.security.Forbidden;
import org.pilet.security.Permission;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Impact;
import org.pilet.tickets.OpenTicket;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Queues;
import org.pilet.tickets.TicketType;
import org.pilet.tickets.Urgency;

/** Opens tickets: for the caller, or by staff on somebody's behalf. */
@RequestScoped
public class TicketOpening {

    @Inject
    private Conversations conversations;

    @Inject
    private People people;

    @Inject
    private Queues queues;

    @Inject
    private Uploads uploads;

    @Inject
    private Callers callers;

    Received open(NewTicket asked) {
        PersonView me = people.myself();
        PersonView requester = requester(asked.requester(), me);
        boolean byAgent = callers.isStaff() && requester.id() != me.id();
        Channel channel = byAgent ? channel(asked.channel()) : Channel.API;
        String language = asked.language() == null ? requester.language() : asked.language();
        OpenTicket ticket = new OpenTicket(
                        asked.subject() == null ? "" : asked.subject(),
                        queueId(asked),
                        asked.categoryId(),
                        Input.choice("priority", Priority.class, asked.priority()),
                        Input.choice("type", TicketType.class, asked.type()),
                        channel,
                        requester.id(),
                        language,
                        byAgent,
                        callers.isStaff() ? Input.texts("tags", asked.tags()) : List.of(),
                        "api")
                .assessed(
                        Input.choice("impact", Impact.class, asked.impact()),
                        Input.choice("urgency", Urgency.class, asked.urgency()),
                        asked.priority() != null && !asked.priority().isBlank());
        return conversations.open(
                ticket,
                new IncomingMessage(
                        channel,
                        requester.id(),
                        requester.email(),
                        asked.subject(),
                        asked.text(),
                        asked.html(),
                        language,
                        false,
                        null,
                        null,
                        null,
                        null,
                        "api",
                        uploads.take(asked.uploads())));
    }

    private long queueId(NewTicket asked) {
        return asked.queueId() != null
                ? asked.queueId()
                : queues.byName(Input.required("queueId", asked.queue())).id();
    }

    /** Refused with {@link Forbidden} when a customer names somebody else. */
    private PersonView requester(NewTicket.Requester asked, PersonView me) {
        if (asked == null || asked.id() == null && asked.email() == null) {
            return me;
        }
        if (!callers.isStaff()) {
            if (isMe(asked, me)) {
                return me;
            }
            throw new Forbidden(Permission.WORK, "requester");
        }
        return asked.id() != null
                ? people.view(asked.id())
                : people.recognise(NewPerson.customer(asked.name(), asked.email(), asked.language()));
    }

    private static boolean isMe(NewTicket.Requester asked, PersonView me) {
        return asked.id() != null
                ? asked.id() == me.id()
                : asked.email().strip().equalsIgnoreCase(me.email());
    }

    private static Channel channel(String name) {
        Channel channel = Input.choice("channel", Channel.class, name);
        return channel == null ? Channel.API : channel;
    }
}
