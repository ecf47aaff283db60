package org.pilet.web.admin;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.pilet.automation.routing.Ordering;
import org.pilet.automation.routing.QueueRouting;
import org.pilet.automation.routing.Strategy;

/** How a queue's tickets find their owners, as it is being changed. */
public class QueueLine implements Serializable {

    private static final long serialVersionUID = 1L;

    private final long id;
    private final String name;
    private boolean active;
    private boolean languages;
    private Strategy strategy;
    private Ordering ordering;
    private final Map<Long, Object> levels;

    QueueLine(QueueRouting queue, List<SkillName> skills) {
        id = queue.queueId();
        name = queue.queueName();
        active = queue.active();
        languages = queue.languages();
        strategy = queue.strategy();
        ordering = queue.ordering();
        levels = SkillLevels.of(queue.skills(), skills);
    }

    QueueRouting changed() {
        return new QueueRouting(id, name, active, strategy, ordering, languages, SkillLevels.read(levels));
    }

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public boolean isLanguages() {
        return languages;
    }

    public void setLanguages(boolean languages) {
        this.languages = languages;
    }

    public Strategy getStrategy() {
        return strategy;
    }

    public void setStrategy(Strategy strategy) {
        this.strategy = strategy;
    }

    public Ordering getOrdering() {
        return ordering;
    }

    public void setOrdering(Ordering ordering) {
        this.ordering = ordering;
    }

    public Map<Long, Object> getLevels() {
        return levels;
    }
}
