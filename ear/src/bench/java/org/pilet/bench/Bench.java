package org.pilet.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Measures everything once and prints one table. */
public final class Bench {

    private static final int TICKETS = Integer.getInteger("pilet.bench.tickets", 20_000);
    private static final Duration LOAD = Duration.ofSeconds(Integer.getInteger("pilet.bench.seconds", 20));
    private static final List<Integer> CLIENTS = List.of(1, 4);
    private static final List<String> CUSTOMERS =
            List.of("anna@northwind.test", "oliver@northwind.test", "kadri@laanemere.test", "toomas@laanemere.test");

    private final Table table = new Table();
    private final Installation pilet;
    private final Load load;
    private final Floor floor;

    private Bench(Installation pilet, Path folder) {
        this.pilet = pilet;
        this.load = new Load(pilet.address(), folder.resolve("gatling"), LOAD);
        this.floor = new Floor(pilet, LOAD.dividedBy(2));
    }

    /** Wants the provisioned server, the application and a folder that may be emptied. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[2]).toAbsolutePath();
        try (Installation pilet = Installation.start(Path.of(arguments[0]), Path.of(arguments[1]), folder)) {
            Bench bench = new Bench(pilet, folder);
            bench.run();
            System.out.println(bench.table.text());
            Files.writeString(folder.resolve("table.md"), bench.table.text());
        }
    }

    private void run() throws SQLException {
        Duration took = pilet.play(TICKETS);
        table.note("%,d tickets of about three messages made by the batch job in %d s"
                .formatted(TICKETS, took.toSeconds()));
        table.memory("after the batch job", pilet.residentMegabytes());
        pages();
        table.memory("after reading pages", pilet.residentMegabytes());
        tickets();
        mails();
        table.memory("after taking in mails", pilet.residentMegabytes());
    }

    private void pages() throws SQLException {
        List<String> numbers = pilet.numbersOfTicketsWithThreeMessages(400);
        Map<String, String> asked =
                Map.of("email", "mari@pilet.test", "password", "pilet-demo", "numbers", String.join(",", numbers));
        load.run(OpenPages.class, 1, asked); // the first round warms the server up
        Load.Outcome outcome = load.run(OpenPages.class, 1, asked);
        table.times("work list, first page", outcome.of(OpenPages.LIST), floor.list("mari@pilet.test"));
        table.times("ticket page", outcome.of(OpenPages.TICKET), floor.ticket(numbers));
    }

    private void tickets() throws SQLException {
        String tokens = String.join(",", pilet.tokens(CUSTOMERS, "tickets:write,tickets:read"));
        load.run(CreateTickets.class, 4, Map.of("tokens", tokens));
        for (int clients : CLIENTS) {
            Load.Outcome outcome = load.run(CreateTickets.class, clients, Map.of("tokens", tokens));
            table.rate("tickets created over REST", clients, outcome.of(CreateTickets.CREATE), floor.tickets(clients));
        }
    }

    private void mails() throws SQLException {
        String tokens = String.join(",", pilet.tokens(List.of("ada@pilet.test"), "mail:inject"));
        load.run(TakeInMails.class, 4, Map.of("tokens", tokens, "round", "0"));
        for (int clients : CLIENTS) {
            Load.Outcome outcome =
                    load.run(TakeInMails.class, clients, Map.of("tokens", tokens, "round", "" + clients));
            table.rate("raw mails taken in over REST", clients, outcome.of(TakeInMails.MAIL), floor.mails(clients));
        }
    }
}
