package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.pilet.search.LostSight;
import org.pilet.search.NearestClock;
import org.pilet.search.WorkListRow;
import org.pilet.tickets.Priority;
import org.pilet.tickets.TicketLocks;
import org.pilet.web.common.Drawing;
import org.pilet.web.common.Icons;
import org.pilet.web.common.Initials;
import org.pilet.web.common.Markup;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Times;

/** Draws the rows of the work list, one line a ticket, and a heading where a group begins. */
@Named
@RequestScoped
public class WorkRows implements Drawing {

    @EJB
    private TicketLocks locks;

    @Inject
    private WorkListPage list;

    @Inject
    private PageTexts texts;

    @Inject
    private Times times;

    @Inject
    private Icons icons;

    @Inject
    private Initials initials;

    @Inject
    private HttpServletRequest request;

    /* what fifty rows ask again and again */
    private final Map<Enum<?>, String> words = new HashMap<>();
    private final Map<String, String> own = new HashMap<>();
    private Set<ListColumn> shown;
    private Map<Long, Set<LostSight>> lost;
    private String ticketPath;
    private boolean picks;

    @Override
    public void draw(Markup page) throws IOException {
        shown = EnumSet.noneOf(ListColumn.class);
        shown.addAll(list.getColumns());
        lost = list.getLost();
        ticketPath = request.getContextPath() + "/agent/ticket.xhtml?number=";
        picks = !locks.isBoundToNext();
        page.open("ul", "class", "rows");
        for (WorkListPage.Line line : list.getLines()) {
            if (line.heading() != null && !line.heading().isEmpty()) {
                page.open("li", "class", "group-head").open("h2").leaf("bdi", line.heading());
                page.close("h2").close("li");
            }
            row(page, line.row());
        }
        page.close("ul");
    }

    private void row(Markup page, WorkListRow row) throws IOException {
        page.open("li", "class", row.unread() ? "ticket-row unread" : "ticket-row");
        page.open("label", "class", "choose");
        page.open(
                "input",
                "type",
                "checkbox",
                "data-choose",
                row.id(),
                "aria-label",
                texts.of("bulk.choose", row.number()));
        page.close("input").close("label");
        page.open(
                "a",
                "id",
                "row" + row.id(),
                "data-row",
                row.id(),
                "data-number",
                row.number(),
                "href",
                ticketPath + row.number());
        ticket(page, row);
        page.close("a");
        if (picks && row.ownerId() == null && row.status().isOpen()) {
            page.leaf(
                    "button",
                    own("list.take"),
                    "type",
                    "button",
                    "class",
                    "button dense take",
                    "data-take",
                    row.id(),
                    "aria-label",
                    texts.of("list.takeThis", row.number()));
        }
        page.close("li");
    }

    /** Each cell is followed by a space, so that the row reads well where its columns are not seen. */
    private void ticket(Markup page, WorkListRow row) throws IOException {
        String status = word(row.status());
        page.leaf("span", null, "class", "dot " + row.status(), "title", status);
        page.leaf("span", row.unread() ? status + own("list.unread") : status, "class", "visually-hidden");
        page.text(" ");
        if (shows(ListColumn.NUMBER)) {
            page.leaf("bdi", row.number(), "class", "number").text(" ");
        }
        page.open("span", "class", "subject");
        reasons(page, lost.getOrDefault(row.id(), Set.of()));
        page.leaf("bdi", row.subject(), "class", "subject-text truncate");
        page.open("bdi", "class", "words truncate");
        found(page, row.words());
        page.close("bdi").close("span").text(" ");
        if (shows(ListColumn.TAGS)) {
            marks(page, row);
        }
        constant(page, ListColumn.STATUS, row.status(), false);
        constant(page, ListColumn.PRIORITY, row.priority(), true);
        constant(page, ListColumn.IMPACT, row.impact(), true);
        constant(page, ListColumn.URGENCY, row.urgency(), true);
        name(page, ListColumn.QUEUE, row.queueName(), " extra", null);
        name(page, ListColumn.CATEGORY, row.categoryName(), " extra", null);
        if (shows(ListColumn.CHANNEL)) {
            String channel = word(row.channel());
            String symbol = "channel pi " + icons.of(row.channel());
            page.leaf("i", null, "class", symbol, "title", channel, "role", "img", "aria-label", channel);
            page.text(" ");
        }
        name(page, ListColumn.REQUESTER, row.requesterName(), "", row.organisationName());
        name(page, ListColumn.ORGANISATION, row.organisationName(), " extra", null);
        if (shows(ListColumn.OWNER)) {
            owner(page, row.ownerName());
        }
        if (shows(ListColumn.CLOCK)) {
            page.open("span", "class", "clock");
            clock(page, row.clock());
            page.close("span").text(" ");
        }
        moment(page, ListColumn.CREATED, "created extra", row.createdAt());
        moment(page, ListColumn.CHANGED, "changed", row.changedAt());
    }

    /** Words that were looked for stand apart from the others. */
    private static void found(Markup page, String words) throws IOException {
        int at = 0;
        for (int hit = words.indexOf(WorkListRow.HIT); hit >= 0; hit = words.indexOf(WorkListRow.HIT, at)) {
            int end = words.indexOf(WorkListRow.END, hit);
            if (end < 0) {
                break;
            }
            page.text(words.substring(at, hit)).leaf("mark", words.substring(hit + 1, end));
            at = end + 1;
        }
        page.text(words.substring(at));
    }

    /** Why the ticket needs attention: a sign for the eye, the same in words for the pointer and the ear. */
    private void reasons(Markup page, Set<LostSight> why) throws IOException {
        if (why.isEmpty()) {
            return;
        }
        page.open("span", "class", "lost");
        for (LostSight each : why) {
            page.open("span", "class", "pill warn", "title", word(each), "data-lost", each);
            page.leaf("i", null, "class", "pi " + icons.of(each), "aria-hidden", "true");
            page.leaf("span", word(each), "class", "visually-hidden")
                    .close("span")
                    .text(" ");
        }
        page.close("span").text(" ");
    }

    private void marks(Markup page, WorkListRow row) throws IOException {
        page.open("span", "class", "marks");
        boolean pressing = row.priority() == Priority.URGENT || row.priority() == Priority.HIGH;
        if (pressing && !shows(ListColumn.PRIORITY)) {
            String tone = row.priority() == Priority.URGENT ? "pill danger" : "pill warn";
            page.leaf("span", word(row.priority()), "class", tone).text(" ");
        }
        if (row.escalated()) {
            String escalated = own("ticket.escalated");
            page.open("span", "class", "pill danger", "title", escalated);
            page.leaf("i", null, "class", "pi pi-flag-fill", "aria-hidden", "true");
            page.leaf("span", escalated, "class", "visually-hidden")
                    .close("span")
                    .text(" ");
        }
        for (String tag : row.tags()) {
            page.leaf("bdi", tag, "class", "tag");
        }
        page.close("span").text(" ");
    }

    private void constant(Markup page, ListColumn column, Enum<?> value, boolean coloured) throws IOException {
        if (shows(column)) {
            String plain = column.name().toLowerCase(Locale.ROOT) + " truncate extra";
            page.leaf("span", word(value), "class", coloured && value != null ? plain + " " + value.name() : plain);
            page.text(" ");
        }
    }

    private void name(Markup page, ListColumn column, String name, String more, String title) throws IOException {
        if (shows(column)) {
            String look = column.name().toLowerCase(Locale.ROOT) + " truncate" + more;
            page.leaf("bdi", name, "class", look, "title", title).text(" ");
        }
    }

    private void owner(Markup page, String name) throws IOException {
        page.open("span", "class", "owner");
        if (name == null) {
            String none = own("list.noOwner");
            page.leaf(
                    "span", null, "class", "avatar nobody", "title", own("nobody"), "role", "img", "aria-label", none);
        } else {
            String label = own.computeIfAbsent("list.owner " + name, unknown -> texts.of("list.owner", name));
            page.leaf("span", initials.of(name), "class", "avatar", "title", name, "role", "img", "aria-label", label);
        }
        page.close("span").text(" ");
    }

    private void clock(Markup page, NearestClock clock) throws IOException {
        if (clock == null) {
            return;
        }
        if (clock.dueAt() == null) {
            String paused = own("clock.paused");
            page.open("span", "class", "pill", "title", paused);
            page.leaf("i", null, "class", "pi pi-pause", "aria-hidden", "true");
            page.leaf("span", paused, "class", "visually-hidden").close("span");
            return;
        }
        String tone = times.isPast(clock.dueAt()) ? "pill danger" : clock.warned() ? "pill warn" : "pill";
        page.open(
                "span",
                "class",
                tone,
                "data-due",
                clock.dueAt(),
                "data-warned",
                String.valueOf(clock.warned()),
                "title",
                texts.of("clock.dueAt", word(clock.metric()), times.exact(clock.dueAt())));
        page.leaf("i", null, "class", "pi pi-clock", "aria-hidden", "true");
        page.leaf("time", times.due(clock.dueAt()), "datetime", clock.dueAt()).close("span");
    }

    private void moment(Markup page, ListColumn column, String look, Instant at) throws IOException {
        if (shows(column)) {
            String exact = times.exact(at);
            page.leaf("time", times.ago(at), "class", look, "datetime", at, "data-ago", "true", "title", exact);
            page.text(" ");
        }
    }

    private boolean shows(ListColumn column) {
        return shown.contains(column);
    }

    private String word(Enum<?> constant) {
        return constant == null ? null : words.computeIfAbsent(constant, texts::the);
    }

    private String own(String key) {
        return own.computeIfAbsent(key, texts::get);
    }
}
