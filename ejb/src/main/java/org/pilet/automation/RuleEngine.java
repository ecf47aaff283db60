package org.pilet.automation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Happening;
import org.pilet.platform.Outage;
import org.pilet.platform.Roles;
import org.pilet.tickets.Field;

/**
 * Asks the rules, group by group and in their order, about what has happened, and has those that apply carried out: all of
 * an event in one transaction, and, when one of them fails, each in a transaction of its own, so that it harms no other.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // each rule has its own
public class RuleEngine {

    private static final Logger LOG = Logger.getLogger(RuleEngine.class.getName());

    @Inject
    private RuleBooks books;

    @Inject
    private FactReader facts;

    @EJB
    private RuleRuns runs;

    @Inject
    private RunStore log;

    /** About one event, in the caller's transaction; told again of the same, nothing is done twice. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void hear(String key, String json) {
        RuleEvent event = RuleEvent.of(key, json);
        ask(event, (rule, seen, settled) -> runs.join(rule, event, seen, settled), true);
    }

    /** As {@link #hear}, each rule by itself: one that fails is written down. */
    public void hearOneByOne(String key, String json) {
        RuleEvent event = RuleEvent.of(key, json);
        ask(event, (rule, seen, settled) -> attempt(rule, event, seen, settled), false);
    }

    /** About every ticket that is not closed; or about none, and then it opens its own, once for the slot. */
    public void onSchedule(long ruleId, Instant slot) {
        Rule rule = books.current().find(ruleId).orElse(null);
        if (rule == null) {
            return;
        }
        if (rule.trigger() == TriggerKind.TIMETABLE) {
            open(rule, RuleEvent.ofItsOwn(ruleId, slot));
            return;
        }
        Happening happening = Happening.forRule(Happening.Kind.SCHEDULE, slot, ruleId, null);
        long after = 0;
        for (List<Long> ids = log.liveTickets(after); !ids.isEmpty(); ids = log.liveTickets(after)) {
            facts.all(ids, happening).stream()
                    .filter(rule::appliesTo)
                    .map(each -> each.ticket().id())
                    .forEach(id -> attempt(
                            rule, new RuleEvent("schedule:" + slot + ":" + id, id, happening, List.of()), null, null));
            after = ids.get(ids.size() - 1);
        }
    }

    /** Writes down that a run which waited, or was to be tried again, has failed. */
    public void failedAgain(long runId, Exception failure) {
        LOG.log(Level.WARNING, "The run " + runId + " of a rule has failed", failure);
        runs.failedAgain(runId, RunFailure.of(failure));
    }

    private void ask(RuleEvent event, Hearing.Deed deed, boolean inOneTransaction) {
        List<RuleBook.Group> listening = books.current().listening(event);
        if (!listening.isEmpty()) {
            facts.find(event.ticketId(), event.happening()).ifPresent(seen -> new Hearing(
                            listening,
                            seen,
                            () -> facts.read(event.ticketId(), event.happening()),
                            deed,
                            inOneTransaction)
                    .proceed());
        }
    }

    private void open(Rule rule, RuleEvent event) {
        try {
            runs.open(rule, event);
        } catch (RuntimeException failure) { // an outer wall: it is written down, and can be tried again
            if (Outage.in(failure)) {
                throw failure;
            }
            LOG.log(Level.WARNING, "Rule " + rule.id() + " has opened no ticket", failure);
            runs.failed(rule, event, RunFailure.of(failure));
        }
    }

    private RuleRuns.Outcome attempt(Rule rule, RuleEvent event, Facts seen, Set<Field> settled) {
        try {
            return runs.run(rule, event, seen, settled);
        } catch (RuntimeException failure) { // an outer wall: a rule that fails harms only itself
            if (Outage.in(failure)) {
                throw failure; // the whole event is tried again; what was done already is not done twice
            }
            LOG.log(Level.WARNING, "Rule " + rule.id() + " has failed on ticket " + event.ticketId(), failure);
            runs.failed(rule, event, RunFailure.of(failure));
            return RuleRuns.Outcome.NOTHING;
        }
    }
}
