package org.pilet.automation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import org.pilet.automation.actions.ActionKind;
import org.pilet.automation.conditions.ConditionKind;

/** Every condition and action there is, by name: whatever implements the two interfaces is in it. */
@ApplicationScoped
class Catalogue {

    @Inject
    @Any
    private Instance<ConditionKind> knownConditions;

    @Inject
    @Any
    private Instance<ActionKind> knownActions;

    private final Map<String, ConditionKind> conditions = new TreeMap<>();
    private final Map<String, ActionKind> actions = new TreeMap<>();

    Catalogue() {}

    Catalogue(Iterable<ConditionKind> conditions, Iterable<ActionKind> actions) {
        fill(conditions, actions);
    }

    @PostConstruct
    void collect() {
        fill(knownConditions, knownActions);
    }

    Map<String, ConditionKind> conditions() {
        return conditions;
    }

    Map<String, ActionKind> actions() {
        return actions;
    }

    private void fill(Iterable<ConditionKind> questions, Iterable<ActionKind> deeds) {
        questions.forEach(kind -> once(conditions.put(kind.name(), kind), kind));
        deeds.forEach(kind -> once(actions.put(kind.name(), kind), kind));
    }

    private static void once(Object before, Object kind) {
        if (before != null) {
            throw new IllegalStateException(before.getClass() + " and " + kind.getClass() + " have the same name");
        }
    }
}
