package org.pilet.notifications;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.pilet.platform.Settings;
import org.pilet.security.SignedLinks;
import org.pilet.security.TicketLinks;

/** Where the links in notices lead. */
@Dependent
class Links {

    @Inject
    private Settings settings;

    @Inject
    private SignedLinks links;

    /** Opens one request for one customer. */
    String request(long personId, long ticketId) {
        return request(links.sign(TicketLinks.PURPOSE, personId + "#" + ticketId, TicketLinks.VALID));
    }

    String request(String token) {
        return settings.baseUrl() + "/portal/request.xhtml?token=" + encoded(token);
    }

    String password(String token) {
        return settings.baseUrl() + "/portal/open/password.xhtml?token=" + encoded(token);
    }

    /** The agents' page of a ticket. */
    String ticket(String number) {
        return settings.baseUrl() + "/agent/ticket.xhtml?number=" + encoded(number);
    }

    String mailLog() {
        return settings.baseUrl() + "/admin/mail.xhtml";
    }

    String keys() {
        return settings.baseUrl() + "/admin/mail-keys.xhtml";
    }

    /** Switches such mails off for that person, with one click and without signing in. */
    String unsubscribe(long personId, String from) {
        return settings.baseUrl() + "/unsubscribe?token="
                + encoded(links.sign(Unsubscribing.PURPOSE, personId + "#" + from, Unsubscribing.VALID));
    }

    String reports() {
        return settings.baseUrl() + "/reports/index.xhtml";
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
