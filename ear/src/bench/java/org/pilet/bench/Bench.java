package org.pilet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Measures everything once and prints one table. */
public final class Bench {

    private static final int TICKETS = Integer.getInteger("pilet.bench.tickets", 20_000);
    private static final Duration LOAD = Duration.ofSeconds(Integer.getInteger("pilet.bench.seconds", 20));
    /** Whether only what has to do with mail is measured. */
    private static final boolean MAIL_ONLY = Boolean.getBoolean("pilet.bench.mail");

    private static final int LARGE_MAILS = 8;
    private static final String AGENT = "mari@pilet.test";
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

    private void run() throws SQLException, IOException, InterruptedException {
        Duration took = pilet.play(TICKETS);
        table.note("%,d tickets of about three messages made by the batch job in %d s"
                .formatted(TICKETS, took.toSeconds()));
        table.memory("after the batch job", pilet.residentMegabytes());
        if (MAIL_ONLY) {
            showMails(takeInMails());
            return;
        }
        List<String> numbers = pilet.numbersOfTicketsWithThreeMessages(400);
        Load.Outcome pages = pages(numbers);
        table.memory("after reading pages", pilet.residentMegabytes());
        Map<Integer, Load.Outcome> tickets = tickets();
        Map<Integer, Load.Outcome> mails = takeInMails();
        table.times("work list, first page", pages.of(OpenPages.LIST), floor.list(AGENT));
        table.times("ticket page", pages.of(OpenPages.TICKET), floor.ticket(numbers));
        for (int clients : CLIENTS) {
            Load.Figures pilets = tickets.get(clients).of(CreateTickets.CREATE);
            table.rate("tickets created over REST", clients, pilets, floor.tickets(clients));
        }
        showMails(mails);
    }

    /** The last thing the server does: afterwards it would work off the rows that the floor writes. */
    private Map<Integer, Load.Outcome> takeInMails() throws SQLException, IOException, InterruptedException {
        Map<Integer, Load.Outcome> mails = mails();
        table.memory("after taking in mails", pilet.residentMegabytes());
        String pipe = pilet.tokens(List.of("ada@pilet.test"), "mail:inject,tickets:read")
                .get(0);
        pilet.strings("update mailbox set largest = 67108864 where address = 'support@pilet.test' returning address");
        LargeMails.take(pilet.address(), pipe, LARGE_MAILS);
        table.memory("after " + LARGE_MAILS + " mails with 25 MB each", pilet.residentMegabytes());
        pilet.stopServer();
        return mails;
    }

    private void showMails(Map<Integer, Load.Outcome> mails) throws SQLException {
        for (int clients : CLIENTS) {
            Load.Figures pilets = mails.get(clients).of(TakeInMails.MAIL);
            table.rate("raw mails taken in over REST", clients, pilets, floor.mails(clients));
            table.note("%,.0f of these mails a second are parsed by %d thread%s that does nothing else"
                    .formatted(ParseMails.perSecond(clients, LOAD.dividedBy(2)), clients, clients == 1 ? "" : "s"));
        }
    }

    private Load.Outcome pages(List<String> numbers) {
        Map<String, String> asked =
                Map.of("email", AGENT, "password", "pilet-demo", "numbers", String.join(",", numbers));
        load.warm(OpenPages.class, asked);
        return load.run(OpenPages.class, 1, asked);
    }

    private Map<Integer, Load.Outcome> tickets() throws SQLException {
        Map<String, String> asked =
                Map.of("tokens", String.join(",", pilet.tokens(CUSTOMERS, "tickets:write,tickets:read")));
        load.warm(CreateTickets.class, asked);
        Map<Integer, Load.Outcome> outcomes = new HashMap<>();
        CLIENTS.forEach(clients -> outcomes.put(clients, load.run(CreateTickets.class, clients, asked)));
        return outcomes;
    }

    private Map<Integer, Load.Outcome> mails() throws SQLException {
        String tokens = String.join(",", pilet.tokens(List.of("ada@pilet.test"), "mail:inject"));
        load.warm(TakeInMails.class, Map.of("tokens", tokens, "round", "0"));
        Map<Integer, Load.Outcome> outcomes = new HashMap<>();
        CLIENTS.forEach(clients -> outcomes.put(
                clients, load.run(TakeInMails.class, clients, Map.of("tokens", tokens, "round", "" + clients))));
        return outcomes;
    }
}
