package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import org.pilet.conversation.DraftView;
import org.pilet.conversation.Drafts;
import org.pilet.notifications.News;
import org.pilet.notifications.NewsItem;
import org.pilet.platform.NotFound;
import org.pilet.reporting.dashboard.Colleague;
import org.pilet.reporting.dashboard.DashboardFigures;
import org.pilet.reporting.dashboard.MyDay;
import org.pilet.reporting.dashboard.QueueDepth;
import org.pilet.reporting.dashboard.RecentTicket;
import org.pilet.reporting.dashboard.Tile;
import org.pilet.search.SavedView;
import org.pilet.search.WorkListQuery;
import org.pilet.search.WorkListRow;
import org.pilet.search.WorkListSort;
import org.pilet.search.WorkListView;
import org.pilet.search.WorkLists;
import org.pilet.teamwork.TaskView;
import org.pilet.teamwork.Tasks;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketView;

/** What stands in the tiles of the dashboard. Each is read when its tile is drawn, and only then. */
@Named
@RequestScoped
public class DashboardTiles {

    private static final int FEW = 8;
    private static final int LONGEST = 120;

    @EJB
    private WorkLists lists;

    @EJB
    private DashboardFigures figures;

    @EJB
    private News news;

    @EJB
    private Tasks tasks;

    @EJB
    private Drafts drafts;

    @EJB
    private TicketFinder finder;

    @Inject
    private DashboardPage page;

    private final Map<String, Object> read = new HashMap<>();

    /** Words that were begun somewhere: the ticket, or null for a new one. */
    public record Unsent(String number, String subject, String words, Instant savedAt) {}

    public Map<WorkListView, Long> getCounts() {
        return once("counts", lists::counts);
    }

    /** The first tickets of the list that the tile shows. */
    public List<WorkListRow> rows(Tile tile) {
        return once(tile.key(), () -> lists.page(query(tile), null, FEW).rows());
    }

    private WorkListQuery query(Tile tile) {
        return switch (tile.widget()) {
            case AT_RISK -> WorkListQuery.of(WorkListView.AT_RISK).withSort(WorkListSort.DUE);
            case ATTENTION -> WorkListQuery.of(WorkListView.NEEDS_ATTENTION);
            case UNASSIGNED -> WorkListQuery.of(WorkListView.UNASSIGNED);
            case KEPT_VIEW -> kept(tile);
            default -> WorkListQuery.of(WorkListView.MINE);
        };
    }

    private WorkListQuery kept(Tile tile) {
        SavedView view = page.view(tile);
        return view.query();
    }

    /** Which list the tile is the beginning of; null when it is none. */
    public WorkListView list(Tile tile) {
        return switch (tile.widget()) {
            case AT_RISK -> WorkListView.AT_RISK;
            case ATTENTION -> WorkListView.NEEDS_ATTENTION;
            case UNASSIGNED -> WorkListView.UNASSIGNED;
            case MINE -> WorkListView.MINE;
            case KEPT_VIEW -> page.view(tile).view();
            default -> null;
        };
    }

    public MyDay getMyDay() {
        return once("day", figures::myDay);
    }

    public Duration length(long minutes) {
        return Duration.ofMinutes(minutes);
    }

    public List<Colleague> getTeam() {
        return once("team", figures::team);
    }

    /** The most that any of the team has, at least one: what a full bar means. */
    public long getMost() {
        return Math.max(1, getTeam().stream().mapToLong(Colleague::open).max().orElse(1));
    }

    public List<QueueDepth> getQueues() {
        return once("queues", figures::queues);
    }

    public List<RecentTicket> getRecent() {
        return once("recent", figures::recent);
    }

    public List<NewsItem> getNews() {
        return once("news", () -> news.page(null, FEW));
    }

    public List<TaskView> getTasks() {
        return once("tasks", () -> tasks.mine().stream().limit(FEW).toList());
    }

    /** The last saved first; those on tickets that the reader may no longer see are left out. */
    public List<Unsent> getDrafts() {
        return once("drafts", () -> {
            List<Unsent> begun = new ArrayList<>();
            drafts.mine().stream().limit(FEW).forEach(draft -> readable(draft).ifPresent(begun::add));
            return begun;
        });
    }

    private Optional<Unsent> readable(DraftView draft) {
        try {
            return Optional.of(unsent(draft));
        } catch (NotFound hidden) {
            return Optional.empty();
        }
    }

    private Unsent unsent(DraftView draft) {
        String text = Jsoup.parse(draft.html()).text();
        String words = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        if (!draft.place().startsWith("ticket/")) {
            return new Unsent(null, draft.fields().getOrDefault("subject", ""), words, draft.savedAt());
        }
        TicketView ticket = finder.view(Long.parseLong(draft.place().substring("ticket/".length())));
        return new Unsent(ticket.number(), ticket.subject(), words, draft.savedAt());
    }

    @SuppressWarnings("unchecked") // each key is always read with the same type
    private <T> T once(String key, Supplier<T> reading) {
        return (T) read.computeIfAbsent(key, first -> reading.get());
    }
}
