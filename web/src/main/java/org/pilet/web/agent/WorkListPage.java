package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pilet.platform.Page;
import org.pilet.search.WorkListQuery;
import org.pilet.search.WorkListRow;
import org.pilet.search.WorkListSort;
import org.pilet.search.WorkListView;
import org.pilet.search.WorkLists;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Priority;
import org.pilet.tickets.QueueView;
import org.pilet.tickets.Queues;
import org.pilet.tickets.Status;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/** The work list. Everything that says what is shown stands in the address, so that Back and sharing work. */
@Named
@RequestScoped
public class WorkListPage {

    private static final int ROWS = 50;
    private static final List<WorkListView> VIEWS = List.of(
            WorkListView.MINE,
            WorkListView.TEAM,
            WorkListView.UNASSIGNED,
            WorkListView.NEEDS_ATTENTION,
            WorkListView.AT_RISK,
            WorkListView.ALL_OPEN,
            WorkListView.CLOSED);

    @EJB
    private WorkLists lists;

    @EJB
    private Queues queues;

    @Inject
    private TakeTicket take;

    @Inject
    private PageTexts texts;

    @Inject
    private Toasts toasts;

    @Inject
    private HttpServletRequest request;

    private WorkListView view;
    private Long queue;
    private Status status;
    private Priority priority;
    private Channel channel;
    private WorkListSort sort;
    private String tag;
    private String q;
    private String after;

    /* empty until loaded: a gesture's request looks for its component through the whole page before that */
    private Page<WorkListRow> page = new Page<>(List.of(), null);
    private Map<WorkListView, Long> counts = Map.of();

    /** Loads the list; a ticket's number in the search box leads straight to the ticket (features A2.2). */
    public String load() {
        view = view == null ? (q == null ? WorkListView.MINE : WorkListView.ALL) : view;
        Optional<Long> direct = q == null ? Optional.empty() : lists.direct(q);
        if (direct.isPresent()) {
            return "/agent/ticket.xhtml?faces-redirect=true&number=" + digits(q);
        }
        WorkListQuery query = new WorkListQuery(
                view,
                queue,
                status == null ? null : Set.of(status),
                priority,
                null,
                tag,
                null,
                null,
                null,
                channel,
                q,
                null,
                null,
                sort);
        page = lists.page(query, after, ROWS);
        counts = lists.counts();
        return null;
    }

    /** Makes the caller the owner, from the row. */
    public void take(long ticketId) {
        toasts.say(texts.of("list.taken", take.take(ticketId).number()));
    }

    public List<WorkListRow> getRows() {
        return page.rows();
    }

    public List<WorkListView> getViews() {
        return VIEWS;
    }

    /** How many tickets the view holds; null where nobody counts them. */
    public Long count(WorkListView of) {
        return counts.get(of);
    }

    public List<QueueView> getQueues() {
        return queues.mine();
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

    public Channel[] getChannels() {
        return Channel.values();
    }

    public WorkListSort[] getSorts() {
        return WorkListSort.values();
    }

    /** Whether anything narrows the view. */
    public boolean isFiltered() {
        return queue != null || status != null || priority != null || channel != null || tag != null || q != null;
    }

    /** The address of this list's next page, or null on its last. */
    public String getNextPath() {
        return page.next() == null ? null : path(page.next());
    }

    /** The address of this list's first page, or null on it. */
    public String getFirstPath() {
        return after == null ? null : path(null);
    }

    private String path(String cursor) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("view", view);
        parameters.put("queue", queue);
        parameters.put("status", status);
        parameters.put("priority", priority);
        parameters.put("channel", channel);
        parameters.put("tag", tag);
        parameters.put("q", q);
        parameters.put("sort", sort);
        parameters.put("after", cursor);
        return request.getContextPath() + "/agent/index.xhtml?"
                + parameters.entrySet().stream()
                        .filter(each -> each.getValue() != null)
                        .map(each -> each.getKey() + "="
                                + URLEncoder.encode(each.getValue().toString(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    private static String digits(String typed) {
        return typed.codePoints()
                .filter(Character::isDigit)
                .mapToObj(c -> String.valueOf(Character.digit(c, 10)))
                .collect(Collectors.joining());
    }

    public WorkListView getView() {
        return view;
    }

    public void setView(WorkListView view) {
        this.view = view;
    }

    public Long getQueue() {
        return queue;
    }

    public void setQueue(Long queue) {
        this.queue = queue;
    }

    public Status getStatus() {
        return status;
    }

    public void setStatus(Status status) {
        this.status = status;
    }

    public Priority getPriority() {
        return priority;
    }

    public void setPriority(Priority priority) {
        this.priority = priority;
    }

    public Channel getChannel() {
        return channel;
    }

    public void setChannel(Channel channel) {
        this.channel = channel;
    }

    public WorkListSort getSort() {
        return sort;
    }

    public void setSort(WorkListSort sort) {
        this.sort = sort;
    }

    public String getTag() {
        return tag;
    }

    public void setTag(String tag) {
        this.tag = tag;
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
