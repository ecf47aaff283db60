package org.pilet.demo;

import java.util.List;
import java.util.Locale;
import org.pilet.tickets.TicketType;

/** What customers write about. */
enum Topic {
    PRINTER(Cast.SUPPORT, "Printers", TicketType.INCIDENT, 10, "printer", "toner"),
    LAPTOP(Cast.SUPPORT, "Computers", TicketType.INCIDENT, 12, "laptop", "battery"),
    SOFTWARE(Cast.SUPPORT, "Software", TicketType.SERVICE_REQUEST, 13, "licence", "installation"),
    PASSWORD(Cast.SUPPORT, "Accounts and access", TicketType.SERVICE_REQUEST, 12, "password", "locked"),
    VPN(Cast.SUPPORT, "Network", TicketType.INCIDENT, 11, "vpn", "wlan"),
    MAIL(Cast.SUPPORT, "E-mail", TicketType.INCIDENT, 9, "mailbox", "spam-filter"),
    INVOICE(Cast.BILLING, "Invoices", TicketType.QUESTION, 11, "invoice", "double-charge"),
    REFUND(Cast.BILLING, "Payments and refunds", TicketType.COMPLAINT, 8, "refund", "payment"),
    LEAVE(Cast.HR, "Leave", TicketType.QUESTION, 8, "leave", "calendar"),
    CERTIFICATE(Cast.HR, "Certificates", TicketType.SERVICE_REQUEST, 6, "certificate", "address");

    private static final List<String> PRINTERS =
            List.of("Kestrel 4200", "Kestrel 610 dw", "Merit C330", "Merit M12", "Halden P7");
    private static final List<String> LAPTOPS =
            List.of("Fjord 14", "Fjord 15 Pro", "Aspen X2", "Aspen X3 Slim", "Orrin 13");
    private static final List<String> PROGRAMS =
            List.of("Draftboard 11", "LedgerOne", "PhotoMill 8", "Quillpad", "GridSheet 2026");

    final String queue;
    final String category;
    final TicketType type;
    final int weight;
    final List<String> tags;

    Topic(String queue, String category, TicketType type, int weight, String... tags) {
        this.queue = queue;
        this.category = category;
        this.type = type;
        this.weight = weight;
        this.tags = List.of(tags);
    }

    String key(String part) {
        return name().toLowerCase(Locale.ROOT) + "." + part;
    }

    List<String> products() {
        return switch (this) {
            case PRINTER -> PRINTERS;
            case SOFTWARE -> PROGRAMS;
            default -> LAPTOPS;
        };
    }
}
