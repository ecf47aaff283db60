package org.pilet.sla;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.time.Instant;
import java.util.Comparator;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.Roles;

/** What would come of a ticket, by the clocks of live tickets, without any. Nothing is read, nothing is kept. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // nothing to commit
public class SlaWhatIf {

    /** Refused with {@link InvalidInput}, and with {@link CalendarNeverOpens}. */
    public WhatIfResult play(WhatIfCase asked) {
        return tell(asked);
    }

    static WhatIfResult tell(WhatIfCase asked) {
        Rulebook book = new Rulebook(asked.policies(), asked.calendars(), asked.house());
        Instant asOf = asked.asOf() == null ? lastOf(asked) : asked.asOf();
        if (asOf.isBefore(asked.ticket().createdAt())) {
            throw new InvalidInput("asOf", "range", asked.ticket().createdAt(), Instant.MAX);
        }
        asked.calendars().forEach(calendar -> book.calendar(calendar.id())
                .nextOpening(asked.ticket().createdAt()));
        WhatIfPlay play = new WhatIfPlay(book, asked.ticket());
        asked.events().stream()
                .filter(event -> !event.at().isAfter(asOf))
                .sorted(Comparator.comparing(WhatIfEvent::at))
                .forEach(play::tell);
        return play.result(asOf);
    }

    private static Instant lastOf(WhatIfCase asked) {
        Instant created = asked.ticket().createdAt();
        return asked.events().stream()
                .map(WhatIfEvent::at)
                .filter(created::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(created);
    }
}
