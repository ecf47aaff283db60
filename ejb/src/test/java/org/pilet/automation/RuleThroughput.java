package org.pilet.automation;

import java.util.ArrayList;
import java.util.List;
import org.pilet.automation.terms.Facts;
import org.pilet.tickets.Status;

/** Measures, by hand and never in a build, how many rules a second are asked: two hundred of them about each event. */
final class RuleThroughput {

    private static final int RULES = 200;
    private static final int EVENTS = 20_000;
    private static final String TEXT =
            "the printer on the third floor is out of paper, and so is the copier. ".repeat(15);

    private RuleThroughput() {}

    public static void main(String[] arguments) {
        RuleReader reader = new RuleReader(Catalogues.all());
        List<Rule> rules = new ArrayList<>();
        for (int id = 1; id <= RULES; id++) {
            rules.add(RuleBinding.rule(view(id), reader, RuleBinding.TRUSTED));
        }
        List<Facts> events = List.of(facts("invoice 8812 is wrong"), facts("nothing special"), facts("word17 here"));
        for (int round = 1; round <= 5; round++) {
            long held = 0;
            long begun = System.nanoTime();
            for (int event = 0; event < EVENTS; event++) {
                Facts facts = events.get(event % events.size());
                for (Rule rule : rules) {
                    held += rule.hears(facts.happening()) && rule.appliesTo(facts) ? 1 : 0;
                }
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            System.out.printf(
                    "round %d: %,.0f rules a second, %,.0f events a second with %d rules (%d applied)%n",
                    round, RULES * (double) EVENTS / seconds, EVENTS / seconds, RULES, held);
        }
    }

    /** A quarter looks at the text, a quarter at the subject, the rest at fields; each under two further conditions. */
    private static RuleView view(int id) {
        String asked =
                switch (id % 4) {
                    case 0 -> "{'kind':'text','phrases':'word" + id + ";other" + id + ";third" + id + "'}";
                    case 1 -> "{'kind':'subject','phrases':'word" + id + ";invoice'}";
                    case 2 -> "{'kind':'priorityAtLeast','least':'HIGH'}";
                    default -> "{'kind':'sender','from':'customer" + id + ".test'}";
                };
        String definition =
                "{'trigger':{'kind':'OPENED'},'conditions':{'all':[{'kind':'status','anyOf':['NEW','OPEN']},"
                        + "{'any':[" + asked + ",{'kind':'tag','anyOf':'tag" + id
                        + "'}]},{'not':{'kind':'escalated'}}]},"
                        + "'actions':[{'kind':'tag','tag':'t'}]}";
        return new RuleView(id, 1, id, "r" + id, true, null, List.of(), definition.replace('\'', '"'), 0, null);
    }

    private static Facts facts(String subject) {
        FactSketch sketch = new FactSketch().with(ticket -> {
            ticket.subject = subject;
            ticket.status = Status.NEW;
        });
        sketch.message = new org.pilet.automation.terms.MessageFacts("a@b.test", subject, TEXT, false, 0);
        return sketch.facts();
    }
}
