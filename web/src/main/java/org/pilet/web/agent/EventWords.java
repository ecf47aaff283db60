package org.pilet.web.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.pilet.tickets.TicketEventView;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.ShippedNames;
import org.pilet.web.common.Times;

/** One line of history in people's words: key {@code event.<kind>}, with who, from what, to what, and why. */
@Named
@ApplicationScoped
public class EventWords {

    @Inject
    private PageTexts texts;

    @Inject
    private Times times;

    @Inject
    private ShippedNames names;

    public String of(TicketEventView event) {
        String key = "event." + event.kind();
        String known = texts.get(key).equals(key) ? "event.other" : key;
        String words = texts.format(
                known,
                event.actorName() == null ? texts.get("system") : event.actorName(),
                value(event.oldValue()),
                value(event.newValue()),
                event.kind());
        String rule = names.of(rule(event.cause()));
        return rule == null ? words : texts.of("event.byRule", words, rule);
    }

    /** The name of the rule that did it, or null. */
    private static String rule(String cause) {
        boolean named = cause != null && cause.startsWith("rule:") && cause.indexOf(' ') > 0;
        return named ? cause.substring(cause.indexOf(' ') + 1) : null;
    }

    private String value(String stored) {
        if (stored == null || stored.isEmpty()) {
            return texts.get("none");
        }
        try {
            return stored.endsWith("Z") ? times.minute(Instant.parse(stored)) : stored;
        } catch (DateTimeParseException word) {
            return stored;
        }
    }
}
