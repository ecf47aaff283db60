package org.pilet.automation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
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
 * Asks the rules, group by group and in their order, about what has happened, and has those that apply carried out, each
 * in a transaction of its own: one that fails is written down and harms no other.
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

    /** About one event; told again of the same, nothing is done twice. */
    public void hear(String key, String json) {
        RuleEvent event = RuleEvent.of(key, json);
        for (RuleBook.Group group : books.current().groups()) {
            List<Rule> listening = group.rules().stream()
                    .filter(rule -> rule.hears(event.happening()))
                    .filter(rule -> !event.chain().contains(rule.id()))
                    .toList();
            if (!listening.isEmpty()) {
                ask(group, listening, event);
            }
        }
    }

    /** About every ticket that is not closed. */
    public void onSchedule(long ruleId, Instant slot) {
        Rule rule = books.current().find(ruleId).orElse(null);
        if (rule == null) {
            return;
        }
        Happening happening = Happening.forRule(Happening.Kind.SCHEDULE, slot, ruleId, null);
        RuleBook.Group alone = new RuleBook.Group(0, "", GroupMode.IN_TURN, List.of(rule));
        long after = 0;
        for (List<Long> ids = log.liveTickets(after); !ids.isEmpty(); ids = log.liveTickets(after)) {
            for (long ticketId : ids) {
                String key = "schedule:" + slot + ":" + ticketId;
                ask(alone, alone.rules(), new RuleEvent(key, ticketId, happening, List.of()));
                after = ticketId;
            }
        }
    }

    /** With a run that has waited, or has failed and is to be tried again. */
    public void goOn(long runId) {
        try {
            runs.goOn(runId);
        } catch (RuntimeException failure) { // an outer wall, as in attempt()
            if (Outage.in(failure)) {
                throw failure;
            }
            LOG.log(Level.WARNING, "The run " + runId + " of a rule has failed", failure);
            runs.failedAgain(runId, RunFailure.of(failure));
        }
    }

    private void ask(RuleBook.Group group, List<Rule> rules, RuleEvent event) {
        boolean together = group.mode() == GroupMode.TOGETHER;
        Facts seen = facts.read(event.ticketId(), event.happening());
        Set<Field> settled = together ? EnumSet.noneOf(Field.class) : null;
        for (Rule rule : rules) {
            if (!rule.appliesTo(seen)) {
                continue;
            }
            RuleRuns.Outcome outcome = attempt(rule, event, together ? seen : null, settled);
            if (outcome.stops()) {
                return;
            }
            if (!together) {
                seen = facts.read(event.ticketId(), event.happening());
            }
        }
    }

    private RuleRuns.Outcome attempt(Rule rule, RuleEvent event, Facts seen, Set<Field> settled) {
        if (event.chain().size() >= CauseChain.DEEPEST) {
            runs.guarded(rule, event);
            return RuleRuns.Outcome.NOTHING;
        }
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
