package org.pilet.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pilet.sla.Rehearsals;

/** A stage without a database. */
final class StageSketch {

    private StageSketch() {}

    static Stage stage() {
        List<Stage.Agent> desk = List.of(
                new Stage.Agent(1, "Mari Tamm", "et"),
                new Stage.Agent(2, "Jaan Kask", "en"),
                new Stage.Agent(3, "رضا کریمی", "fa"));
        Map<String, Stage.Desk> queues = Map.of(
                Cast.SUPPORT, new Stage.Desk(10, "support@pilet.test", 100, desk),
                Cast.BILLING, new Stage.Desk(11, "billing@pilet.test", 101, desk.subList(1, 3)),
                Cast.HR, new Stage.Desk(12, "hr@pilet.test", 102, desk.subList(1, 3)));
        Map<String, Long> categories = new HashMap<>();
        Cast.CATEGORIES.forEach(category -> categories.put(category.name(), 200L + categories.size()));
        List<Stage.Customer> customers = new ArrayList<>();
        for (Cast.Member member : Cast.PEOPLE.subList(6, Cast.PEOPLE.size())) {
            customers.add(new Stage.Customer(
                    1000 + customers.size(), member.name(), member.email(), member.language(), null));
        }
        Map<String, String> rules = new HashMap<>();
        Cast.RULES.forEach(rule -> rules.put(rule.name(), "rule:" + (rules.size() + 1) + " " + rule.name()));
        rules.put(Cast.URGENT.name(), "rule:99 " + Cast.URGENT.name());
        return new Stage(queues, categories, rules, customers, Rehearsals.plain());
    }
}
