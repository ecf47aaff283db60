package org.pilet.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.pilet.automation.terms.Facts;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;

/** As many rules as a large house has: a quarter asks the text, a quarter the subject, the rest fields. */
final class TwoHundredRules {

    static final int COUNT = 200;

    private TwoHundredRules() {}

    static List<Rule> all() {
        RuleReader reader = new RuleReader(Catalogues.all());
        List<Rule> rules = new ArrayList<>();
        for (int id = 1; id <= COUNT; id++) {
            rules.add(RuleBinding.rule(view(id), reader, RuleBinding.TRUSTED));
        }
        return rules;
    }

    /** Those that ask no words, only the ticket's fields. */
    static List<Rule> ofFields() {
        return all().stream()
                .filter(rule -> rule.id() % 4 >= 1 && rule.id() % 4 <= 2)
                .toList();
    }

    /** What the same rules would be if a programmer had written each of them down in Java. */
    static List<Predicate<Facts>> byHand() {
        List<Predicate<Facts>> rules = new ArrayList<>();
        for (int id = 1; id <= COUNT; id++) {
            rules.add(byHand(id));
        }
        return rules;
    }

    private static Predicate<Facts> byHand(int id) {
        String one = "word" + id;
        String two = "other" + id;
        String three = "third" + id;
        String sender = "@customer" + id + ".test";
        String tag = "tag" + id;
        Predicate<Facts> asked =
                switch (id % 4) {
                    case 0 ->
                        facts -> {
                            String text = facts.message().text().toLowerCase(Locale.ROOT);
                            return text.contains(one) || text.contains(two) || text.contains(three);
                        };
                    case 1 ->
                        facts -> {
                            String subject = facts.ticket().subject().toLowerCase(Locale.ROOT);
                            return subject.contains(one) || subject.contains("invoice");
                        };
                    case 2 -> facts -> facts.ticket().priority().compareTo(Priority.HIGH) >= 0;
                    default ->
                        facts -> facts.message()
                                .address()
                                .toLowerCase(Locale.ROOT)
                                .endsWith(sender);
                };
        return facts -> (facts.ticket().status() == Status.NEW || facts.ticket().status() == Status.OPEN)
                && (asked.test(facts) || facts.ticket().tags().contains(tag))
                && !facts.ticket().escalated();
    }

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
}
