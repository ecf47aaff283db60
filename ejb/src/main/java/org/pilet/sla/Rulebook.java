package org.pilet.sla;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.pilet.platform.NotFound;

/** All policies and calendars as they stand at one revision. Immutable, shared by everybody on the node. */
final class Rulebook {

    private final List<Policy> policies;
    private final Map<Long, BusinessCalendar> calendars = new HashMap<>();
    private final Map<Long, String> calendarNames = new HashMap<>();

    Rulebook(List<PolicyView> policies, List<CalendarView> calendars, ZoneId house) {
        this.policies = policies.stream().map(Policy::new).toList();
        for (CalendarView view : calendars) {
            this.calendars.put(view.id(), LaidOut.calendar(view.content(), house));
            this.calendarNames.put(view.id(), view.content().name());
        }
    }

    /** The first policy that applies to the ticket, or the one that was chosen for it. */
    Optional<Policy> policyFor(TicketFacts ticket) {
        if (ticket.policyId() != null) {
            return Optional.of(policy(ticket.policyId()));
        }
        return policies.stream().filter(policy -> policy.applies(ticket)).findFirst();
    }

    /** The policies in the order in which they are tried, up to the one that applies. */
    List<PolicyVerdict> verdicts(TicketFacts ticket) {
        List<PolicyVerdict> verdicts = new ArrayList<>();
        for (Policy policy : policies) {
            String unmet = policy.isActive() ? policy.conditions().unmet(ticket).orElse(null) : "active";
            verdicts.add(new PolicyVerdict(policy.id(), policy.name(), unmet == null, unmet));
            if (unmet == null) {
                break;
            }
        }
        return verdicts;
    }

    /** A policy by id, whether or not it is active (any more). */
    Policy policy(long id) {
        return policies.stream()
                .filter(policy -> policy.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("policy", id));
    }

    BusinessCalendar calendar(long id) {
        return Optional.ofNullable(calendars.get(id)).orElseThrow(() -> new NotFound("calendar", id));
    }

    String calendarName(long id) {
        return calendarNames.get(id);
    }

    /** The calendars that were asked for lately, since laying one out costs more than all else; those of a test bench. */
    private static final class LaidOut {
        private static final int MOST = 64;
        private static final Map<List<Object>, BusinessCalendar> LATELY = new ConcurrentHashMap<>();

        static BusinessCalendar calendar(CalendarDraft draft, ZoneId house) {
            if (LATELY.size() >= MOST) {
                LATELY.clear();
            }
            return LATELY.computeIfAbsent(List.of(draft, house), key -> draft.calendar(house));
        }
    }
}
