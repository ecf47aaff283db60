package org.pilet.web.api;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import org.pilet.platform.InvalidInput;
import org.pilet.search.MyTicketsQuery;
import org.pilet.search.WorkListQuery;
import org.pilet.search.WorkListSort;
import org.pilet.search.WorkListView;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;

/** Which tickets to list; read as text, so that nonsense is refused by name. */
public class TicketFilter {

    @QueryParam("view")
    String view;

    @QueryParam("queue")
    String queue;

    @QueryParam("status")
    List<String> status;

    @QueryParam("priority")
    String priority;

    @QueryParam("category")
    String category;

    @QueryParam("tag")
    String tag;

    @QueryParam("owner")
    String owner;

    @QueryParam("requester")
    String requester;

    @QueryParam("organisation")
    String organisation;

    @QueryParam("channel")
    String channel;

    @QueryParam("q")
    String text;

    @QueryParam("createdFrom")
    String createdFrom;

    @QueryParam("createdBefore")
    String createdBefore;

    @QueryParam("sort")
    String sort;

    @QueryParam("open")
    String open;

    @QueryParam("cursor")
    String cursor;

    @QueryParam("limit")
    String limit;

    WorkListQuery forStaff() {
        WorkListView chosen = Input.choice("view", WorkListView.class, view);
        Set<Status> statuses = Input.choices("status", Status.class, status);
        return new WorkListQuery(
                chosen == null && !statuses.isEmpty() ? WorkListView.ALL : chosen,
                Input.number("queue", queue),
                statuses,
                Input.choice("priority", Priority.class, priority),
                Input.number("category", category),
                tag,
                Input.number("owner", owner),
                Input.number("requester", requester),
                Input.number("organisation", organisation),
                Input.choice("channel", Channel.class, channel),
                text,
                Input.instant("createdFrom", createdFrom),
                Input.instant("createdBefore", createdBefore),
                Input.choice("sort", WorkListSort.class, sort));
    }

    MyTicketsQuery forCustomer() {
        return new MyTicketsQuery(isOpen(), text);
    }

    private Boolean isOpen() {
        if (open == null || open.isBlank()) {
            return null;
        }
        return switch (open) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidInput("open", "malformed", open);
        };
    }
}
