package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pilet.notifications.News;
import org.pilet.notifications.NewsChoice;
import org.pilet.notifications.NewsItem;
import org.pilet.notifications.NewsKind;
import org.pilet.notifications.QuietHours;
import org.pilet.people.PersonalSettings;
import org.pilet.platform.InvalidInput;
import org.pilet.tickets.Queues;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/** The agent's own news, and how each kind of it reaches them. */
@Named
@ViewScoped
public class NewsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String QUIET = "quiet";
    private static final int ROWS = 50;

    @EJB
    private News news;

    @EJB
    private PersonalSettings settings;

    @EJB
    private Queues queues;

    @Inject
    private PageTexts texts;

    @Inject
    private Toasts toasts;

    private Long before;
    private List<NewsItem> items = List.of();
    private List<Choice> choices = new ArrayList<>();
    private String quietFrom;
    private String quietUntil;
    private Long queue;

    /** A row of the matrix. */
    public static class Choice implements Serializable {

        private static final long serialVersionUID = 1L;

        private final NewsKind kind;
        private boolean inPage;
        private boolean byMail;
        private boolean inDigest;

        Choice(NewsChoice choice) {
            kind = choice.kind();
            inPage = choice.inPage();
            byMail = choice.byMail();
            inDigest = choice.inDigest();
        }

        NewsChoice chosen() {
            return new NewsChoice(kind, inPage, byMail, inDigest);
        }

        public NewsKind getKind() {
            return kind;
        }

        public boolean isInPage() {
            return inPage;
        }

        public void setInPage(boolean inPage) {
            this.inPage = inPage;
        }

        public boolean isByMail() {
            return byMail;
        }

        public void setByMail(boolean byMail) {
            this.byMail = byMail;
        }

        public boolean isInDigest() {
            return inDigest;
        }

        public void setInDigest(boolean inDigest) {
            this.inDigest = inDigest;
        }
    }

    public void load() {
        items = news.page(before, ROWS);
        readChoices();
        Optional<QuietHours> quiet = settings.get(QUIET).flatMap(QuietHours::of);
        quietFrom = quiet.map(hours -> hours.from().toString()).orElse(null);
        quietUntil = quiet.map(hours -> hours.until().toString()).orElse(null);
    }

    /** Shows the matrix of the queue that was chosen. */
    public void readChoices() {
        choices = new ArrayList<>(news.choices(queue).stream().map(Choice::new).toList());
    }

    /** The queue has no choice of its own any more. */
    public void asForAll() {
        news.asForAll(queue);
        readChoices();
        toasts.say(texts.get("news.saved"));
    }

    /** The queues that the reader may see, those with a choice of their own marked as such. */
    public List<SelectItem> getQueues() {
        List<Long> own = news.exceptions();
        return queues.mine().stream()
                .map(each -> new SelectItem(
                        each.id(), own.contains(each.id()) ? texts.of("news.otherwise", each.name()) : each.name()))
                .toList();
    }

    public boolean isOtherwise() {
        return queue != null && news.exceptions().contains(queue);
    }

    public Long getQueue() {
        return queue;
    }

    public void setQueue(Long queue) {
        this.queue = queue;
    }

    public void readAll() {
        news.read(null);
        items = news.page(before, ROWS);
    }

    /** Keeps the matrix and the quiet hours; both times or none. */
    public void save() {
        boolean none = quietFrom == null && quietUntil == null;
        String kept = quietFrom + "-" + quietUntil;
        if (!none && QuietHours.of(kept).isEmpty()) {
            throw new InvalidInput("quietHours", "malformed", kept.replace("null", "–"));
        }
        settings.put(QUIET, none ? null : kept);
        news.choose(queue, choices.stream().map(Choice::chosen).toList());
        toasts.say(texts.get("news.saved"));
    }

    /** Where the older ones begin, or null when these are the last. */
    public Long getOlder() {
        return items.size() < ROWS ? null : items.get(items.size() - 1).id();
    }

    public List<NewsItem> getItems() {
        return items;
    }

    public List<Choice> getChoices() {
        return choices;
    }

    public Long getBefore() {
        return before;
    }

    public void setBefore(Long before) {
        this.before = before;
    }

    public String getQuietFrom() {
        return quietFrom;
    }

    public void setQuietFrom(String quietFrom) {
        this.quietFrom = quietFrom;
    }

    public String getQuietUntil() {
        return quietUntil;
    }

    public void setQuietUntil(String quietUntil) {
        this.quietUntil = quietUntil;
    }
}
