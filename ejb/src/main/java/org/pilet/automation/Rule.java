package org.pilet.automation;

import java.util.List;
import java.util.Set;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Happening;

/**
 * A rule, ready to be asked.
 *
 * @param queueIds where it is in force; none: everywhere
 */
record Rule(
        long id,
        String name,
        Set<Long> queueIds,
        TriggerKind trigger,
        Arguments told,
        ConditionTree conditions,
        List<Step> steps) {

    boolean hears(Happening heard) {
        return trigger.hears(told, id, heard);
    }

    boolean appliesTo(Facts facts) {
        return (queueIds.isEmpty() || queueIds.contains(facts.ticket().queueId())) && conditions.holds(facts);
    }

    /** As the history records it. */
    String cause() {
        return "rule:" + id + " " + name;
    }
}
