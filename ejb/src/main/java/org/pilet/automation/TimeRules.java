package org.pilet.automation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.Happening;
import org.pilet.platform.Clock;
import org.pilet.platform.Outbox;
import org.pilet.platform.Roles;
import org.pilet.platform.Settings;

/** Orders what the time has brought: each in the transaction that notes it as ordered. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class TimeRules {

    private static final int AT_ONCE = 500;

    @Inject
    private RuleBooks books;

    @Inject
    private RuleStore rules;

    @Inject
    private MomentStore store;

    @Inject
    private Outbox outbox;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** The rules that wait for a date of a ticket or for their hour. */
    public List<Long> waiting() {
        RuleBook book = books.current();
        return java.util.stream.Stream.of(TriggerKind.MOMENT, TriggerKind.SCHEDULE, TriggerKind.TIMETABLE)
                .flatMap(kind -> book.of(kind).stream())
                .map(Rule::id)
                .toList();
    }

    /** Orders what has come for this rule; true when there may be more. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW) // one rule that fails must not hold up the others
    public boolean order(long ruleId) {
        Rule rule = books.current().find(ruleId).orElse(null);
        if (rule == null) {
            return false;
        }
        return rule.trigger() == TriggerKind.MOMENT ? moments(rule) : schedule(rule);
    }

    private boolean moments(Rule rule) {
        Arguments told = rule.told();
        boolean after = told.constant("side", Moment.Side.class) == Moment.Side.AFTER;
        Duration offset =
                after ? told.minutes("minutes") : told.minutes("minutes").negated();
        Instant since = rules.find(rule.id()).map(RuleView::activeSince).orElse(clock.now());
        List<MomentStore.Come> come =
                store.take(rule.id(), told.constant("moment", Moment.class), offset, since, clock.now(), AT_ONCE);
        for (MomentStore.Come each : come) {
            String key = "moment:" + rule.id() + ":" + each.ticketId() + ":" + each.moment();
            Happening happening =
                    Happening.forRule(Happening.Kind.MOMENT, each.moment().plus(offset), rule.id(), null);
            RuleEvent event = new RuleEvent(key, each.ticketId(), happening, List.of());
            outbox.put(EventOrders.KIND, key, event.json(), rule.cause());
        }
        return come.size() == AT_ONCE;
    }

    /** Hours that passed while no server ran are made up for once. */
    private boolean schedule(Rule rule) {
        Timetable timetable = Timetable.of(rule.told());
        Instant now = clock.now();
        Instant due = store.claimSchedule(rule.id(), timetable.after(now, settings.zone()))
                .orElse(null);
        if (due != null && !due.isAfter(now)) {
            String order = rule.id() + " " + due;
            outbox.put(ScheduleOrders.KIND, order, order, rule.cause());
            store.scheduleNext(rule.id(), timetable.after(now, settings.zone()));
        }
        return false;
    }
}
