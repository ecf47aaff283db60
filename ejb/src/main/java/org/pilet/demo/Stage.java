package org.pilet.demo;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.pilet.sla.SlaRehearsal;

/**
 * Everything a play needs to know of the installation it plays in.
 *
 * @param queues by name
 * @param categories ids by name
 * @param rules what histories call each intake rule, by the rule's name
 * @param clocks gives each ticket its clocks
 */
record Stage(
        Map<String, Desk> queues,
        Map<String, Long> categories,
        Map<String, String> rules,
        List<Customer> customers,
        Supplier<SlaRehearsal> clocks) {

    /** A queue with who works it. */
    record Desk(long id, String address, long defaultCategoryId, List<Agent> agents) {}

    record Agent(long id, String name, String language) {}

    record Customer(long id, String name, String email, String language, Long organisationId) {}

    Desk desk(Topic topic) {
        return queues.get(topic.queue);
    }
}
