package org.pilet.automation;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Happening;
import org.pilet.automation.terms.MessageFacts;
import org.pilet.platform.Clock;
import org.pilet.platform.PostgresExtension;
import org.pilet.tickets.Status;

/**
 * Measures how many rules a second are asked, two hundred of them about each event: {@code mvn -pl ejb -am test
 * -Dtest=RuleThroughput -Dsurefire.failIfNoSpecifiedTests=false}; no part of any other build. Beside each figure stands the
 * floor: the same questions written in Java by hand; the ticket's row by its key alone.
 */
@ExtendWith(PostgresExtension.class)
class RuleThroughput {

    private static final int ROUNDS = 3;
    private static final String TEXT =
            "the printer on the third floor is out of paper, and so is the copier. ".repeat(15);
    private static final Happening OPENED = new FactSketch().happening;

    private final DataSource database;
    private long kept;

    RuleThroughput(DataSource database) {
        this.database = database;
    }

    @Test
    void in_memory() {
        List<Rule> rules = TwoHundredRules.all();
        List<Predicate<Facts>> byHand = TwoHundredRules.byHand();
        List<Facts> events = List.of(facts("invoice 8812 is wrong"), facts("nothing special"), facts("word17 here"));
        int count = 20_000;
        print("asked in memory", count, event -> {
            Facts facts = events.get(event % events.size());
            return rules.stream()
                    .filter(rule -> rule.hears(OPENED) && rule.appliesTo(facts))
                    .count();
        });
        print("  floor: the same by hand", count, event -> {
            Facts facts = events.get(event % events.size());
            return byHand.stream().filter(rule -> rule.test(facts)).count();
        });
    }

    @Test
    void with_the_reading_of_the_ticket() throws SQLException {
        CountedStatements counted = new CountedStatements(database);
        TicketRows.furnish(counted.sql(), 500);
        counted.sql().update("analyze"); // as it is in a house that has stood for some minutes
        FactReader reader = new FactReader(new FactStore(counted.sql()), new Clock());
        int count = 3_000;
        print("read and asked, fields only", count, asking(reader, TwoHundredRules.ofFields()));
        print("read and asked, words too", count, asking(reader, TwoHundredRules.all()));
        print("  floor: one row by its key", count, event -> counted.sql()
                .number("select version as value from ticket where id = ?", event % 500 + 1L));
        System.out.printf("statements an event, on average: %.2f%n", counted.taken() / (count * 3.0 * ROUNDS));
    }

    private static Event asking(FactReader reader, List<Rule> rules) {
        return event -> {
            Facts facts = reader.read(event % 500 + 1L, OPENED);
            return rules.stream().filter(rule -> rule.appliesTo(facts)).count();
        };
    }

    private void print(String what, int events, Event event) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            for (int at = 0; at < events; at++) {
                kept += event.look(at);
            }
            best = Math.min(best, (System.nanoTime() - begun) / 1e9);
        }
        System.out.printf(
                "| %-30s | %,12.0f rules/s | %,9.0f events/s | (%d) |%n",
                what, TwoHundredRules.COUNT * events / best, events / best, kept % 10);
    }

    private interface Event {
        long look(int at);
    }

    private static Facts facts(String subject) {
        FactSketch sketch = new FactSketch().with(ticket -> {
            ticket.subject = subject;
            ticket.status = Status.NEW;
        });
        sketch.message = new MessageFacts("a@b.test", "", subject, TEXT, false, 0);
        return sketch.facts();
    }
}
