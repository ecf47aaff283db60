package org.pilet.web.agent;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.pilet.search.WorkListGroup;
import org.pilet.search.WorkListQuery;
import org.pilet.search.WorkListSort;
import org.pilet.search.WorkListView;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;

/** All that the work list's address says. It alone decides what is listed, so that Back and sharing work. */
@Named
@RequestScoped
public class ListAddress {

    @Inject
    private HttpServletRequest request;

    private WorkListView view;
    private Long saved;
    private Long queue;
    private Status status;
    private Priority priority;
    private Channel channel;
    private Long category;
    private Long owner;
    private Long requester;
    private Long organisation;
    private WorkListSort sort;
    private WorkListGroup group;
    private String columns;
    private String tag;
    private String q;
    private String after;

    /** Known from the first phase on, or a button that only a kept view has would not be there to be pressed. */
    @PostConstruct
    void readSaved() {
        String given = request.getParameter("saved");
        saved = given != null && given.matches("\\d{1,18}") ? Long.valueOf(given) : null;
    }

    /** The list that these parameters name, as the page's own address names it. Nonsense is refused as a fault of form. */
    static ListAddress of(UnaryOperator<String> parameters) {
        ListAddress address = new ListAddress();
        Function<String, String> given = name -> Optional.ofNullable(parameters.apply(name))
                .filter(value -> !value.isBlank())
                .orElse(null);
        address.view = constant(WorkListView.class, given.apply("view"));
        address.queue = number(given.apply("queue"));
        address.status = constant(Status.class, given.apply("status"));
        address.priority = constant(Priority.class, given.apply("priority"));
        address.channel = constant(Channel.class, given.apply("channel"));
        address.category = number(given.apply("category"));
        address.owner = number(given.apply("owner"));
        address.requester = number(given.apply("requester"));
        address.organisation = number(given.apply("organisation"));
        address.sort = constant(WorkListSort.class, given.apply("sort"));
        address.tag = given.apply("tag");
        address.q = given.apply("q");
        address.settle();
        return address;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static Long number(String digits) {
        return digits == null ? null : Long.valueOf(digits);
    }

    /** What has no view shows one's own tickets, and what is searched for is searched for everywhere. */
    void settle() {
        view = view == null ? (q == null ? WorkListView.MINE : WorkListView.ALL) : view;
    }

    WorkListQuery query() {
        return new WorkListQuery(
                view,
                queue,
                status == null ? null : Set.of(status),
                priority,
                category,
                tag,
                owner,
                requester,
                organisation,
                channel,
                q,
                null,
                null,
                sort,
                group);
    }

    /** The search that finds the same without any other filter, for a view to be kept: by ids, as names change. */
    String wholeSearch() {
        List<String> parts = new ArrayList<>();
        id(parts, "queue", queue);
        constant(parts, "status", status);
        constant(parts, "priority", priority);
        constant(parts, "channel", channel);
        id(parts, "category", category);
        id(parts, "owner", owner);
        id(parts, "requester", requester);
        id(parts, "organisation", organisation);
        if (tag != null) {
            parts.add("tag:\"" + tag.replace("\"", "") + "\"");
        }
        if (q != null) {
            parts.add(parts.isEmpty() || !q.contains(" OR ") ? q : "(" + q + ")");
        }
        return String.join(" ", parts);
    }

    private static void id(List<String> parts, String field, Long value) {
        if (value != null) {
            parts.add(field + ":#" + value);
        }
    }

    private static void constant(List<String> parts, String field, Enum<?> value) {
        if (value != null) {
            parts.add(field + ":" + value.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Whether the page is open already and its own script asks, for its rows or with a gesture. */
    boolean isAskedAgain() {
        return request.getHeader("X-Requested-With") != null || request.getHeader("Faces-Request") != null;
    }

    /** Whether anything narrows the view. */
    public boolean isFiltered() {
        return queue != null
                || status != null
                || priority != null
                || channel != null
                || category != null
                || owner != null
                || requester != null
                || organisation != null
                || tag != null
                || q != null;
    }

    /** This list from a place on; null for its beginning. */
    public String from(String cursor) {
        return path("after", cursor);
    }

    /** This list in another order. */
    public String sortedBy(WorkListSort order) {
        return path("sort", order);
    }

    private String path(String changed, Object value) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("saved", saved);
        parameters.put("view", view);
        parameters.put("queue", queue);
        parameters.put("status", status);
        parameters.put("priority", priority);
        parameters.put("channel", channel);
        parameters.put("category", category);
        parameters.put("owner", owner);
        parameters.put("requester", requester);
        parameters.put("organisation", organisation);
        parameters.put("tag", tag);
        parameters.put("q", q);
        parameters.put("sort", sort);
        parameters.put("group", group);
        parameters.put("columns", columns);
        parameters.put(changed, value);
        return request.getContextPath() + "/agent/index.xhtml?" + joined(parameters);
    }

    static String joined(Map<String, Object> parameters) {
        return parameters.entrySet().stream()
                .filter(each -> each.getValue() != null)
                .map(each ->
                        each.getKey() + "=" + URLEncoder.encode(each.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public WorkListView getView() {
        return view;
    }

    public void setView(WorkListView view) {
        this.view = view;
    }

    /** The view kept under a name that this list was opened by, or null. */
    public Long getSaved() {
        return saved;
    }

    public void setSaved(Long saved) {
        this.saved = saved;
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

    public Long getCategory() {
        return category;
    }

    public void setCategory(Long category) {
        this.category = category;
    }

    public Long getOwner() {
        return owner;
    }

    public void setOwner(Long owner) {
        this.owner = owner;
    }

    public Long getRequester() {
        return requester;
    }

    public void setRequester(Long requester) {
        this.requester = requester;
    }

    public Long getOrganisation() {
        return organisation;
    }

    public void setOrganisation(Long organisation) {
        this.organisation = organisation;
    }

    public WorkListSort getSort() {
        return sort;
    }

    public void setSort(WorkListSort sort) {
        this.sort = sort;
    }

    public WorkListGroup getGroup() {
        return group;
    }

    public void setGroup(WorkListGroup group) {
        this.group = group;
    }

    public String getColumns() {
        return columns;
    }

    public void setColumns(String columns) {
        this.columns = columns;
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
