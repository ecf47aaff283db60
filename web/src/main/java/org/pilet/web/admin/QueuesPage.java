package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.pilet.catalog.Categories;
import org.pilet.catalog.CategoryView;
import org.pilet.people.TeamView;
import org.pilet.people.Teams;
import org.pilet.tickets.Priority;
import org.pilet.tickets.QueueCare;
import org.pilet.tickets.QueueChange;
import org.pilet.tickets.QueueDraft;
import org.pilet.tickets.QueueSettings;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/** The queues with their counts, and one of them to be changed or made; every gesture can be undone. */
@Named
@ViewScoped
public class QueuesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private QueueCare care;

    @EJB
    private Teams teams;

    @EJB
    private Categories categories;

    @Inject
    private Toasts toasts;

    @Inject
    private PageTexts texts;

    private List<QueueSettings> all = List.of();
    private List<QueueChange> history = List.of();
    private List<TeamView> everyTeam = List.of();
    private List<CategoryView> everyCategory = List.of();
    private QueueForm form;
    private QueueSettings before;
    private Long switchedId;

    public void load() {
        all = care.all();
        history = care.history();
        everyTeam = teams.all();
        everyCategory = categories.active();
    }

    /** Begins a new one. */
    public void begin() {
        form = new QueueForm(null, everyTeam);
    }

    public void choose(QueueSettings queue) {
        form = new QueueForm(queue, everyTeam);
    }

    /** Saves the one in the form, new or not. */
    public void save() {
        QueueDraft draft = form.draft();
        QueueSettings was = form.getQueue();
        if (was == null) {
            remember(null, care.add(draft));
        } else {
            care.change(was.queue().id(), draft);
            remember(was, null);
        }
        done("saved");
    }

    public void retire(QueueSettings queue) {
        care.retire(queue.queue().id());
        remember(null, queue.queue().id());
        done("queues.wasRetired");
    }

    public void restore(QueueSettings queue) {
        care.restore(queue.queue().id());
        remember(null, queue.queue().id());
        done("saved");
    }

    /** Takes the last gesture back; a new queue that is not wanted after all is retired. */
    public void undo() {
        if (before != null) {
            QueueDraft was = before.draft();
            care.change(
                    before.queue().id(), was.atVersion(was.version() + 1)); // what only the undone gesture has changed
        } else if (switchedId != null) {
            if (care.view(switchedId).queue().active()) {
                care.retire(switchedId);
            } else {
                care.restore(switchedId);
            }
        }
        remember(null, null);
        forget();
        toasts.say(texts.get("ticket.undone"));
    }

    private void remember(QueueSettings was, Long switched) {
        before = was;
        switchedId = switched;
    }

    private void done(String words) {
        forget();
        toasts.sayWithUndo(texts.get(words), "undoQueue");
    }

    public void forget() {
        form = null;
        load();
    }

    /** A value of the history in words. */
    public String words(QueueChange change, String value) {
        return value == null ? "–" : change.what().equals("PRIORITY") ? texts.the(Priority.valueOf(value)) : value;
    }

    /** Those that the one in the form may stand below; the door refuses circles. */
    public List<QueueSettings> getOthers() {
        QueueSettings chosen = form == null ? null : form.getQueue();
        return all.stream()
                .filter(each ->
                        chosen == null || each.queue().id() != chosen.queue().id())
                .toList();
    }

    public List<QueueSettings> getAll() {
        return all;
    }

    public List<QueueChange> getHistory() {
        return history;
    }

    public List<TeamView> getTeams() {
        return everyTeam;
    }

    public List<CategoryView> getCategories() {
        return everyCategory;
    }

    public Priority[] getPriorities() {
        return Priority.values();
    }

    public QueueForm getForm() {
        return form;
    }
}
