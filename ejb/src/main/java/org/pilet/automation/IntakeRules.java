package org.pilet.automation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.pilet.catalog.Categories;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.tickets.Queues;

/** The rules for what has just come in. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.SYSTEM})
public class IntakeRules {

    @Inject
    private IntakeRuleStore store;

    @EJB
    private Queues queues;

    @EJB
    private Categories categories;

    /** All rules in their order. */
    public List<IntakeRuleSettings> all() {
        return store.all();
    }

    /** What the active rules would make of this; changes nothing, so that a rule can be tried out. */
    public IntakeDecision decide(Arrival arrival) {
        return store.active().decide(arrival);
    }

    /**
     * Adds or changes a rule. Refused with {@link InvalidInput} without a name or any effect, {@link NotFound} when a
     * queue, the category or the rule is unknown.
     */
    public IntakeRuleSettings save(IntakeRuleSettings asked) {
        IntakeRuleSettings rule = trimmed(asked);
        if (rule.name() == null) {
            throw new InvalidInput("name", "required");
        }
        boolean idle = rule.moveToQueueId() == null
                && rule.categoryId() == null
                && rule.priority() == null
                && rule.tag() == null;
        if (idle) {
            throw new InvalidInput("effects", "required");
        }
        requireKnown(rule);
        return store.find(store.save(rule)).orElseThrow();
    }

    /** Refused with {@link NotFound}. */
    public void remove(long id) {
        if (store.remove(id) == 0) {
            throw new NotFound("rule", id);
        }
    }

    private void requireKnown(IntakeRuleSettings rule) {
        if (rule.id() != null && store.find(rule.id()).isEmpty()) {
            throw new NotFound("rule", rule.id());
        }
        if (rule.cameToQueueId() != null) {
            queues.view(rule.cameToQueueId());
        }
        if (rule.moveToQueueId() != null) {
            queues.view(rule.moveToQueueId());
        }
        if (rule.categoryId() != null) {
            categories.view(rule.categoryId());
        }
    }

    private static IntakeRuleSettings trimmed(IntakeRuleSettings rule) {
        String sender = text(rule.sender());
        return new IntakeRuleSettings(
                rule.id(),
                rule.position(),
                text(rule.name()),
                rule.active(),
                rule.cameToQueueId(),
                sender == null ? null : sender.toLowerCase(Locale.ROOT),
                text(rule.subjectHolds()),
                text(rule.textHolds()),
                rule.moveToQueueId(),
                rule.categoryId(),
                rule.priority(),
                text(rule.tag()));
    }

    private static String text(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
