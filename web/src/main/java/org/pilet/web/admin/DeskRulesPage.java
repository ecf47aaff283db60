package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.pilet.tickets.DeskRuleChange;
import org.pilet.tickets.DeskRules;
import org.pilet.tickets.QueueLocking;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/** What opening a ticket does in each queue, and whether agents work on one ticket at a time. */
@Named
@ViewScoped
public class DeskRulesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private DeskRules rules;

    @Inject
    private Toasts toasts;

    @Inject
    private PageTexts texts;

    private boolean oneAtATime;
    private boolean onlyKnownTags;
    private boolean onlyTheNext;
    private List<Line> queues = List.of();
    private List<DeskRuleChange> history = List.of();

    /** One queue's row. */
    public static class Line implements Serializable {

        private static final long serialVersionUID = 1L;

        private final QueueLocking rule;
        private int minutes;
        private boolean assigns;

        Line(QueueLocking rule) {
            this.rule = rule;
            minutes = rule.minutes();
            assigns = rule.assigns();
        }

        public QueueLocking getRule() {
            return rule;
        }

        public int getMinutes() {
            return minutes;
        }

        public void setMinutes(int minutes) {
            this.minutes = minutes;
        }

        public boolean isAssigns() {
            return assigns;
        }

        public void setAssigns(boolean assigns) {
            this.assigns = assigns;
        }
    }

    public void load() {
        oneAtATime = rules.isOneAtATime();
        onlyKnownTags = rules.isOnlyKnownTags();
        onlyTheNext = rules.isOnlyTheNext();
        queues = rules.queues().stream().map(Line::new).toList();
        history = rules.history();
    }

    /** Saves what differs from what was read. */
    public void save() {
        rules.saveOneAtATime(oneAtATime);
        rules.saveOnlyKnownTags(onlyKnownTags);
        rules.saveOnlyTheNext(onlyTheNext);
        queues.forEach(line -> rules.saveQueue(line.rule.queueId(), line.minutes, line.assigns));
        toasts.say(texts.get("saved"));
        load();
    }

    public boolean isOneAtATime() {
        return oneAtATime;
    }

    public void setOneAtATime(boolean oneAtATime) {
        this.oneAtATime = oneAtATime;
    }

    public boolean isOnlyKnownTags() {
        return onlyKnownTags;
    }

    public void setOnlyKnownTags(boolean onlyKnownTags) {
        this.onlyKnownTags = onlyKnownTags;
    }

    public boolean isOnlyTheNext() {
        return onlyTheNext;
    }

    public void setOnlyTheNext(boolean onlyTheNext) {
        this.onlyTheNext = onlyTheNext;
    }

    public List<Line> getQueues() {
        return queues;
    }

    public List<DeskRuleChange> getHistory() {
        return history;
    }

    /** A value of the history in words: minutes as a number, yes and no. */
    public String words(String value) {
        return value.matches("true|false") ? texts.get("deskRules." + value) : value;
    }
}
