package org.pilet.automation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Happening;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.security.Access;
import org.pilet.security.Permission;
import org.pilet.security.TicketScope;
import org.pilet.tickets.ReadyDeeds;
import org.pilet.tickets.TicketFinder;

/** Runs macros: on the one ticket that somebody looks at, and on each of many. */
@Dependent
class MacroDeeds implements ReadyDeeds {

    @EJB
    private Access access;

    @EJB
    private TicketFinder finder;

    @Inject
    private MacroStore store;

    @Inject
    private RuleReader reader;

    @Inject
    private FactReader facts;

    @Inject
    private LiveDoors doors;

    @Inject
    private Clock clock;

    @Override
    public void require(long macroId) {
        if (macro(macroId).isEmpty()) {
            throw new NotFound("macro", macroId);
        }
    }

    private Optional<MacroView> macro(long id) {
        return store.find(id).filter(MacroView::active);
    }

    /** Answers go out at once where {@code hold} is null. */
    @Override
    public Done perform(long ticketId, long macroId, Duration hold) {
        TicketScope scope = finder.scope(ticketId);
        access.require(Permission.WORK, scope);
        MacroView macro = macro(macroId).orElseThrow(() -> new NotFound("macro", macroId));
        if (!offered(macro, scope)) {
            throw new MacroElsewhere(macro.name());
        }
        Facts now = facts.read(ticketId, Happening.forRule(Happening.Kind.HOOK, clock.now(), 0, null));
        String cause = "macro:" + macroId + " " + macro.name();
        String key = ticketId + ":" + clock.now();
        LiveWork work = new LiveWork(doors, key, cause, now, null, Set::of);
        work.byHand();
        work.answersWait(hold);
        List<Step> steps = steps(macro.definition());
        for (int at = 0; at < steps.size(); at++) {
            work.at(at);
            steps.get(at).perform(work);
        }
        return work.done();
    }

    /** Refused with {@link InvalidInput} where it holds what a macro cannot. */
    List<Step> steps(String definition) {
        List<Step> steps = reader.steps(RuleJson.list(RuleJson.object(definition), "actions"), RuleBinding.TRUSTED);
        for (Step step : steps) {
            if (Macros.RULES_ONLY.contains(step.kind().name())) {
                throw new InvalidInput(
                        step.arguments().at("kind"), "unknown", step.kind().name());
            }
        }
        return steps;
    }

    static boolean offered(MacroView macro, TicketScope scope) {
        return macro.active() && (macro.queueId() == null || macro.queueId() == scope.queueId());
    }
}
