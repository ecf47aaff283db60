package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pilet.people.PersonalSettings;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.Page;
import org.pilet.search.Count;
import org.pilet.search.CountedPage;
import org.pilet.search.LostSight;
import org.pilet.search.SearchNames;
import org.pilet.search.WorkListGroup;
import org.pilet.search.WorkListRow;
import org.pilet.search.WorkListSort;
import org.pilet.search.WorkListView;
import org.pilet.search.WorkLists;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Impact;
import org.pilet.tickets.Priority;
import org.pilet.tickets.QueueView;
import org.pilet.tickets.Queues;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketRef;
import org.pilet.tickets.Urgency;
import org.pilet.web.common.PageTexts;

/** The work list: the tickets that its address asks for, as its reader wants to see them. */
@Named
@RequestScoped
public class WorkListPage {

    private static final int ROWS = 50;

    /** Nobody reads a longer number, and counting on costs time. */
    private static final int MOST_COUNTED = 999;

    private static final List<WorkListView> VIEWS = List.of(
            WorkListView.MINE,
            WorkListView.RESPONSIBLE,
            WorkListView.TEAM,
            WorkListView.UNASSIGNED,
            WorkListView.NEEDS_ATTENTION,
            WorkListView.AT_RISK,
            WorkListView.ALL_OPEN,
            WorkListView.CLOSED);

    @EJB
    private WorkLists lists;

    @EJB
    private SearchNames names;

    @EJB
    private Queues queues;

    @EJB
    private PersonalSettings settings;

    @EJB
    private TicketFinder finder;

    @Inject
    private ListAddress address;

    @Inject
    private TakeTicket take;

    @Inject
    private PageTexts texts;

    @Inject
    private Undos undos;

    /* empty until loaded: a gesture's request looks for its component through the whole page before that */
    private Page<WorkListRow> page = new Page<>(List.of(), null);
    private Map<WorkListView, Count> counts = Map.of();
    private List<Line> lines;
    private List<QueueView> mine;
    private Map<String, String> own;
    private String problem;
    private Count found;
    private String instead;

    /** A row, and the heading of the group that begins with it or null. */
    public record Line(WorkListRow row, String heading) {}

    /** Loads the list; a ticket's number in the search box leads straight to the ticket (features A2.2). */
    public String load() {
        address.settle();
        String q = address.getQ();
        Optional<Long> direct = q == null ? Optional.empty() : lists.direct(q);
        if (direct.isPresent()) {
            return "/agent/ticket.xhtml?faces-redirect=true&number=" + digits(q);
        }
        try {
            read();
        } catch (InvalidInput misunderstood) {
            if (q == null) {
                throw misunderstood;
            }
            problem = texts.refusal(misunderstood);
        }
        counts = lists.counts(MOST_COUNTED);
        return null;
    }

    /** Counts a list that the views do not count, unless only its rows are asked for. */
    private void read() {
        boolean narrowed = address.isFiltered() || address.getSaved() != null;
        if (narrowed && !address.isAskedAgain()) {
            CountedPage counted = lists.counted(address.query(), address.getAfter(), ROWS, MOST_COUNTED);
            page = counted.page();
            found = counted.count();
            instead = counted.instead();
        } else {
            page = lists.page(address.query(), address.getAfter(), ROWS);
        }
    }

    /** Makes the caller the owner, from the row. */
    public void take(long ticketId) {
        Long before = finder.view(ticketId).ownerId();
        TicketRef taken = take.take(ticketId);
        int version = taken.version();
        undos.offer(
                texts.of("list.taken", taken.number()),
                doors -> doors.takeBack(ticketId, version, new TicketChange.Assign(before)));
    }

    public List<WorkListRow> getRows() {
        return page.rows();
    }

    /** Why the tickets of the view that needs attention stand in it, by id; of the others nothing is asked. */
    public Map<Long, Set<LostSight>> getLost() {
        return address.getView() == WorkListView.NEEDS_ATTENTION
                ? lists.lost(page.rows().stream().map(WorkListRow::id).toList())
                : Map.of();
    }

    public List<Line> getLines() {
        if (lines == null) {
            lines = new ArrayList<>();
            String last = null;
            for (WorkListRow row : page.rows()) {
                String heading = heading(row);
                lines.add(new Line(row, Objects.equals(heading, last) ? null : heading));
                last = heading;
            }
        }
        return lines;
    }

    private String heading(WorkListRow row) {
        WorkListGroup group = address.getGroup() == null ? WorkListGroup.NONE : address.getGroup();
        return switch (group) {
            case NONE -> null;
            case STATUS -> texts.the(row.status());
            case PRIORITY -> texts.the(row.priority());
            case QUEUE -> row.queueName();
            case OWNER -> row.ownerName() == null ? texts.get("nobody") : row.ownerName();
            case REQUESTER -> row.requesterName();
            case ORGANISATION ->
                row.organisationName() == null ? texts.get("list.noOrganisation") : row.organisationName();
            case CATEGORY -> row.categoryName();
        };
    }

    /** What is searched for in people's words, where it names them by ids; else null. */
    public String getMeaning() {
        String q = address.getQ();
        String words = q != null && q.contains(":#") ? names.words(q) : q;
        return Objects.equals(words, q) ? null : words;
    }

    /** That other words were looked for than those that were typed, which stand nowhere; else null. */
    public String getInstead() {
        return instead == null ? null : texts.of("list.instead", instead);
    }

    /** Why the search could not be understood, or null. */
    public String getProblem() {
        return problem;
    }

    /** How many tickets a narrowed list holds, in words; null where the views tell it or nothing was found. */
    public String getFound() {
        return found == null || page.rows().isEmpty()
                ? null
                : texts.of(found.more() ? "list.foundMore" : "list.found", found.number());
    }

    /** The columns of the view that is shown, or the reader's own. */
    public List<ListColumn> getColumns() {
        String chosen = address.getColumns() == null ? own().get("list.columns") : address.getColumns();
        return chosen == null ? ListColumn.USUAL : ListColumn.of(chosen);
    }

    public boolean shows(String column) {
        return getColumns().contains(ListColumn.valueOf(column));
    }

    public ListColumn[] getEveryColumn() {
        return ListColumn.values();
    }

    /** Whether the reader wants to see the ticket beside the list. */
    public boolean isPreviewing() {
        return "on".equals(own().get("list.preview"));
    }

    private Map<String, String> own() {
        if (own == null) {
            own = settings.startingWith("list.");
        }
        return own;
    }

    public List<WorkListView> getViews() {
        return VIEWS;
    }

    /** How many tickets the view holds, in words; null where nobody counts them. */
    public String count(WorkListView of) {
        Count count = counts.get(of);
        return count == null ? null : texts.of(count.more() ? "number.more" : "number", count.number());
    }

    /** Whether the view holds tickets that should hold none. */
    public boolean isAlarming(WorkListView view) {
        return (view == WorkListView.AT_RISK || view == WorkListView.NEEDS_ATTENTION)
                && counts.containsKey(view)
                && counts.get(view).number() > 0;
    }

    public List<QueueView> getQueues() {
        if (mine == null) {
            mine = queues.mine();
        }
        return mine;
    }

    public Status[] getStatuses() {
        return Arrays.stream(Status.values())
                .filter(each -> each.isOpen() || each == Status.RESOLVED || each == Status.CLOSED)
                .toArray(Status[]::new);
    }

    /** What several tickets may become at once: what needs neither a reason nor an answer. */
    public List<Status> getBulkStatuses() {
        return List.of(Status.OPEN, Status.CLOSED, Status.SPAM);
    }

    public Priority[] getPriorities() {
        return Priority.values();
    }

    public Impact[] getImpacts() {
        return Impact.values();
    }

    public Urgency[] getUrgencies() {
        return Urgency.values();
    }

    public Channel[] getChannels() {
        return Channel.values();
    }

    public WorkListSort[] getSorts() {
        return WorkListSort.values();
    }

    public WorkListGroup[] getGroups() {
        return WorkListGroup.values();
    }

    public boolean isFiltered() {
        return address.isFiltered();
    }

    /** The address of this list's next page, or null on its last. */
    public String getNextPath() {
        return page.next() == null ? null : address.from(page.next());
    }

    /** The address of this list's first page, or null on it. */
    public String getFirstPath() {
        return address.getAfter() == null ? null : address.from(null);
    }

    private static String digits(String typed) {
        return typed.codePoints()
                .filter(Character::isDigit)
                .mapToObj(c -> String.valueOf(Character.digit(c, 10)))
                .collect(Collectors.joining());
    }
}
